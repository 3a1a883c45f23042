// One thing to do as a row: what it is, why, and the way to do it.

import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { ButtonLink } from '@/components/ui/button'
import { ExpandableText } from '@/components/ui/expandable-text'
import { numberText, taskPath } from '@/domain/task-number'

export function Group({ id, children }: { id: string; children: readonly ReactNode[] }) {
  return children.length === 0 ? null : (
    <tbody id={id} role="rowgroup">
      {children}
    </tbody>
  )
}

/** The task page's forms open by address, without JavaScript too; its history needs no form. */
const hrefOf = (task: Task, part: string): string =>
  part === 'history' ? `${taskPath(task.number)}#history` : `${taskPath(task.number)}?form=${part}#${part}`

export type Task = { number: number; title: string; measure?: string }

export function Row({ mark, task, why, children }: { mark: ReactNode; task: Task; why: ReactNode; children: ReactNode }) {
  return (
    <tr role="row">
      <td className="k" role="cell">
        {mark}
      </td>
      <td className="m" role="cell">
        <AppLink className="t" href={taskPath(task.number)}>
          {numberText(task.number)}　{task.title}
        </AppLink>
        {task.measure && (
          <div className="note">
            <ExpandableText text={task.measure} lines={1} fits={60} />
          </div>
        )}
      </td>
      <td className="y" role="cell">
        {why}
      </td>
      <td className="a sm" role="cell">
        <span className="btns">{children}</span>
      </td>
    </tr>
  )
}

export function To({
  task,
  form,
  variant,
  children,
}: {
  task: Task
  form: string
  variant?: 'go' | 'normal' | 'plain'
  children: ReactNode
}) {
  return (
    <ButtonLink variant={variant} href={hrefOf(task, form)}>
      {children}
      <span className="vh"> {numberText(task.number)}</span>
    </ButtonLink>
  )
}
