import type { ReactNode } from 'react'

type SectionProps = { title: ReactNode; id?: string; note?: ReactNode; end?: ReactNode; className?: string; children: ReactNode }

/** A ruled section: heading, a grey note beside it, something at the far end (not printed), the matter. */
export function Section({ title, id, note, end, className = '', children }: SectionProps) {
  return (
    <section className={`sec ${className}`.trim()} id={id}>
      <header>
        <h2>{title}</h2>
        {note && <span className="note">{note}</span>}
        {end && <span className="end">{end}</span>}
      </header>
      {children}
    </section>
  )
}
