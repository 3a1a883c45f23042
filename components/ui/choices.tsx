import type { ReactNode } from 'react'

type ChoicesProps = {
  legend: ReactNode
  name: string
  /** The id of the first choice, to which an error summary links; `name` unless several forms on a page share names. */
  id?: string
  options: readonly { value: string; label: ReactNode }[]
  defaultValue?: string
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  /** Several may be ticked. */
  many?: boolean
  defaultValues?: readonly string[]
  /** The legend is for screen readers only. */
  quiet?: boolean
}

/** One of a few (radio buttons), or several of a few (`many`). */
export function Choices({
  legend,
  name,
  id = name,
  options,
  defaultValue,
  hint,
  error,
  required,
  many,
  defaultValues = [],
  quiet,
}: ChoicesProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset className="field" aria-describedby={described || undefined}>
      <legend className={quiet ? 'vh' : 'l'}>
        {legend}
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </legend>
      {error && (
        <p className="wrong" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="opts">
        {options.map(({ value, label }, index) => (
          <label key={value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              id={index === 0 ? id : undefined}
              name={name}
              value={value}
              required={required && !many}
              defaultChecked={many ? defaultValues.includes(value) : value === defaultValue}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
