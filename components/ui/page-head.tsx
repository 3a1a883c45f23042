import type { ReactNode } from 'react'

/** What a page is: title, marks right after it, a grey note, and at the right the as-of day, the basis, export, print. */
export function PageHead({ title, marks, note, tools }: { title: ReactNode; marks?: ReactNode; note?: ReactNode; tools?: ReactNode }) {
  return (
    <div className="head">
      <h1>{title}</h1>
      {marks}
      {note && <span className="muted small">{note}</span>}
      {tools && <span className="tools">{tools}</span>}
    </div>
  )
}
