import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { numberText } from '@/domain/task-number'
import type { DutyRole } from '@/domain/words'

type Row = { number: number; title: string; duties: readonly { departmentId: string; department: string; role: DutyRole }[] }
type ChooseDepartmentProps = { rows: readonly Row[]; title: ReactNode; except?: string }

/** The tasks by department, those that it leads before those in which it cooperates: a notice goes to one of them. */
export function ChooseDepartment({ rows, title, except }: ChooseDepartmentProps) {
  const t = useTranslations()
  const parts = rows.flatMap((row) => row.duties.map((duty) => ({ ...duty, row }))).filter((part) => part.departmentId !== except)
  const groups = [...Map.groupBy(parts, (part) => part.departmentId).values()].sort((a, b) => led(b) - led(a))
  if (groups.length === 0) return null
  return (
    <Section title={title}>
      <table className="plainhead choosedept">
        <tbody>
          {groups.map((own) => {
            const { departmentId = '', department = '' } = own[0] ?? {}
            const query = new URLSearchParams([...own.map(({ row }) => ['task', numberText(row.number)]), ['department', departmentId]])
            return (
              <tr key={departmentId}>
                <th scope="row" lang="zh-CN">
                  {department}
                </th>
                <td>
                  {own.map(({ row, role }) => (
                    <span key={row.number} className="x" lang="zh-CN">
                      {numberText(row.number)}　{row.title}
                      {role === 'cooperating' && <span className="muted">　{t('dutyRoles.cooperating')}</span>}
                    </span>
                  ))}
                </td>
                <td className="a">
                  <ButtonLink href={`/notices/new?${query}`}>
                    {t('notices.toThis', { count: own.length })}
                    <span className="vh"> {department}</span>
                  </ButtonLink>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

const led = (parts: readonly { role: DutyRole }[]): number => parts.filter(({ role }) => role === 'lead').length
