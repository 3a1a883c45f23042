import type { ComponentProps, ReactNode } from 'react'

/** `id` is `name` unless several forms on a page share names. `line` puts label and control beside each other. */
export type Labelled = { name: string; id?: string; label: ReactNode; hint?: ReactNode; error?: ReactNode; line?: boolean }
type Wiring = { id: string; name: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** A label with its hint and error, tied to the control that `children` draws from the wiring it is given. */
export function Field({
  name,
  id = name,
  label,
  hint,
  error,
  line,
  full,
  children,
}: Labelled & { full?: boolean; children: (wiring: Wiring) => ReactNode }) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={['field', line ? 'line' : '', full ? 'full' : ''].filter(Boolean).join(' ')}>
      <div className="l">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
      {error && (
        <p className="wrong" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({ id, name, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

export function TextField({ name, id, label, hint, error, line, type = 'text', ...rest }: Labelled & ComponentProps<'input'>) {
  return (
    <Field {...{ name, id, label, hint, error, line }} full={!line && type !== 'number'}>
      {(wiring) => <input {...rest} {...wiring} type={type} />}
    </Field>
  )
}

export function TextAreaField({ name, id, label, hint, error, rows = 3, ...rest }: Labelled & ComponentProps<'textarea'>) {
  return <Field {...{ name, id, label, hint, error }}>{(wiring) => <textarea {...rest} {...wiring} rows={rows} />}</Field>
}

export type Option = { value: string; label: string }

/** A drop-down list; `empty` is the text of a first option without a value. The key: a form reset would forget a new default. */
export function SelectField({
  name,
  id,
  label,
  hint,
  error,
  line,
  options,
  empty,
  ...rest
}: Labelled & ComponentProps<'select'> & { options: readonly Option[]; empty?: string }) {
  return (
    <Field {...{ name, id, label, hint, error, line }}>
      {(wiring) => (
        <select key={String(rest.defaultValue)} {...rest} {...wiring}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
