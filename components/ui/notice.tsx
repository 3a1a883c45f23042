import type { ReactNode } from 'react'

/** A plain line after an action: what happened, what comes next, and how to undo it. `refused`: why nothing was saved. */
export function Notice({ children, undo, refused = false }: { children: ReactNode; undo?: ReactNode; refused?: boolean }) {
  return (
    <div className={refused ? 'said no' : 'said'} role={refused ? 'alert' : 'status'}>
      <span>{children}</span>
      {undo}
    </div>
  )
}
