import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { Day } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import type { Part } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type Department = { departmentId: string; department: string }
export type WaitingItem = {
  number: number
  title: string
  lead: Department
  cooperating: Department
  part: Part
  note: string
  since: Day
  workingDays: number
  unpublished: readonly number[]
}
type WaitingSectionProps = {
  departmentId: string
  /** Named where it is not the viewer's own. */
  department?: string
  waitsFor: readonly WaitingItem[]
  awaited: readonly WaitingItem[]
  /** Whether the viewer nudges those that are waited for, and confirms the own part. */
  nudges?: boolean
  /** Who was nudged today about what, as `number department-id`. */
  nudgedToday?: ReadonlySet<string>
  confirms?: boolean
  /** Search parameters that links to the ledger carry on, such as the as-of day. */
  kept?: Record<string, string>
}

/** So many rows of one department are shown; the others are in the ledger. */
const SHOWN = 4

/** Whom a department waits for and who waits for it, by the other department, with the working days. */
export function WaitingSection({
  departmentId,
  department,
  waitsFor,
  awaited,
  nudges = false,
  nudgedToday = new Set(),
  confirms = false,
  kept = {},
}: WaitingSectionProps) {
  const t = useTranslations('waiting')
  const ledger = (changes: Record<string, string>) => `/ledger?${new URLSearchParams({ ...changes, ...kept })}`
  const years = [...new Set([...waitsFor, ...awaited].flatMap(({ unpublished }) => unpublished))].sort()
  const names = { department: department ?? '' }
  const leads = ({ lead }: WaitingItem) => lead.departmentId === departmentId
  const other = (item: WaitingItem) => (leads(item) ? item.cooperating : item.lead)
  return (
    <Section title={t('title')} id="waiting" className="waiting">
      <div className="waitcols">
        <Half
          title={department ? t('weWaitOf', names) : t('weWait')}
          note={t('weNote')}
          empty={t('noneWe')}
          items={waitsFor}
          other={other}
          allHref={ledger({ waits: departmentId })}
          groupHref={(id) => ledger({ waits: departmentId, waitsFor: id })}
          act={
            nudges
              ? (whom, own) => own.some(leads) && <NudgeLink other={whom} items={own.filter(leads)} nudgedToday={nudgedToday} />
              : undefined
          }
        />
        <Half
          title={department ? t('theyWaitOf', names) : t('theyWait')}
          note={t('theyNote')}
          empty={t('noneThey')}
          items={awaited}
          other={other}
          allHref={ledger({ waitsFor: departmentId })}
          groupHref={(id) => ledger({ waits: id, waitsFor: departmentId })}
          actOn={confirms ? (item) => !leads(item) && <ConfirmLink number={item.number} /> : undefined}
        />
      </div>
      {years.length > 0 && <p className="note">{t('unpublished', { years: years.join(', ') })}</p>}
    </Section>
  )
}

type NudgeLinkProps = { other: Department; items: readonly WaitingItem[]; nudgedToday: ReadonlySet<string> }

/** Nobody is nudged twice a day about a task. */
function NudgeLink({ other, items, nudgedToday }: NudgeLinkProps) {
  const t = useTranslations('waiting')
  const left = items.filter(({ number }) => !nudgedToday.has(`${number} ${other.departmentId}`))
  if (left.length === 0) return <span className="note">{t('nudgedToday')}</span>
  const chosen = new URLSearchParams([['department', other.departmentId], ...left.map(({ number }) => ['task', numberText(number)])])
  return (
    <ButtonLink small href={`/nudge?${chosen}`} className="noprint" aria-label={t('nudgeOf', { department: other.department })}>
      {t('nudge')}
    </ButtonLink>
  )
}

function ConfirmLink({ number }: { number: number }) {
  return (
    <AppLink className="noprint" href={`${taskPath(number)}?form=confirm#confirm`}>
      {useTranslations('waiting')('confirm')}
      <span className="vh"> {numberText(number)}</span>
    </AppLink>
  )
}

type HalfProps = {
  title: string
  note: string
  empty: string
  items: readonly WaitingItem[]
  other: (item: WaitingItem) => Department
  allHref: string
  groupHref: (departmentId: string) => string
  act?: (other: Department, items: readonly WaitingItem[]) => ReactNode
  actOn?: (item: WaitingItem) => ReactNode
}

function Half({ title, note, empty, items, other, allHref, groupHref, act, actOn }: HalfProps) {
  const t = useTranslations('waiting')
  const tasks = new Set(items.map(({ number }) => number)).size
  return (
    <div>
      <h3>
        {title} {tasks > 0 && <AppLink href={allHref}>{t('count', { count: tasks })}</AppLink>} <span className="note">{note}</span>
      </h3>
      {tasks === 0 ? (
        <p className="note">{empty}</p>
      ) : (
        <table className="plainhead waits" aria-label={title}>
          <thead className="vh">
            <tr>
              <th scope="col">{t('task')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('waited')}</th>
            </tr>
          </thead>
          {[...Map.groupBy(items, (item) => other(item).departmentId)].map(([id, own]) => {
            const whom = own[0] && other(own[0])
            return (
              <tbody key={id}>
                <tr className="sum">
                  <th colSpan={2} scope="rowgroup">
                    <span lang="zh-CN">{whom?.department}</span>　
                    <AppLink href={groupHref(id)}>{t('count', { count: own.length })}</AppLink>
                  </th>
                  <td className="r">{whom && act?.(whom, own)}</td>
                </tr>
                {longestFirst(own).map((item) => (
                  <WaitRow key={item.number} item={item} act={actOn?.(item)} />
                ))}
                {own.length > SHOWN && (
                  <tr>
                    <td colSpan={3}>
                      <AppLink href={groupHref(id)}>{t('more', { count: own.length - SHOWN })}</AppLink>
                    </td>
                  </tr>
                )}
              </tbody>
            )
          })}
        </table>
      )}
    </div>
  )
}

const longestFirst = (items: readonly WaitingItem[]): WaitingItem[] =>
  items.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.number - b.number)).slice(0, SHOWN)

function WaitRow({ item, act }: { item: WaitingItem; act: ReactNode }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <tr>
      <td>
        <AppLink href={`${taskPath(item.number)}#parts`}>
          {numberText(item.number)}　{item.title}
        </AppLink>
        {item.note && <span className="x note">{item.note}</span>}
      </td>
      <td className="nb">{t(`parts.${item.part}`)}</td>
      <td className="r">
        <span className="x nb">{t('waiting.sinceDay', { day: dayText(item.since, locale) })}</span>
        <span className="x nb">{t('waiting.workingDays', { days: item.workingDays })}</span>
        {act && <span className="x">{act}</span>}
      </td>
    </tr>
  )
}
