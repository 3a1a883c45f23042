import { useLocale, useTranslations } from 'next-intl'
import { NoticesToDo, type ToDoNotice } from '@/components/home/notices-to-do'
import { SeenForm } from '@/components/home/seen-form'
import { BehalfEntry, Nudged, Requested, Standing, Waiting } from '@/components/home/to-do-reasons'
import { Group, Row, type Task, To } from '@/components/home/to-do-row'
import { TrackReason, type TrackThing } from '@/components/home/track-rows'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import type { Action } from '@/components/ui/action-state'
import { LightWord } from '@/components/ui/light-mark'
import { type Day, daysBetween } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import type { Part } from '@/domain/words'
import { dayText } from '@/messages/day-text'

export type OwnPart = { departmentId: string; part: Part; partSince: Day; partNote: string }
export type Thing = LedgerRow & { duties: readonly OwnPart[] }
/** What was written down for the department about one task; `formId` makes the form count once. */
export type OnBehalf = { number: number; title: string; events: readonly TaskEvent[]; formId: string }

/** `department` is the lead that nudged; null when a supervisor did. */
export type Nudge = { day: Day; department: string | null }

export type Things = {
  instructed: readonly {
    number: number
    title: string
    event: { seq: number; effectiveOn: Day; actor: { name: string }; payload: { text: string } }
  }[]
  notices: readonly ToDoNotice[]
  returned: readonly { row: Thing; event: { effectiveOn: Day; payload: { reason: string } } }[]
  answered: readonly TrackThing[]
  overdue: readonly Thing[]
  dueSoon: readonly Thing[]
  toConfirm: readonly Thing[]
  onOurBehalf: readonly OnBehalf[]
  /** Until when an extension is asked for and not decided, and nudges without an answer; by the task's number. */
  requested: ReadonlyMap<number, Day>
  nudged: ReadonlyMap<number, Nudge>
}

type ToDoListProps = { things: Things; departmentId: string; today: Day; markSeen: Action }

/** What an officer must do now, the most pressing first: each thing with its reason and the way to do it. */
export function ToDoList({ things, departmentId, today, markSeen }: ToDoListProps) {
  const t = useTranslations()
  const locale = useLocale()
  const late = (row: Thing) =>
    row.daysLate.approved > 0 && <span className="late">{t('common.daysLate', { count: row.daysLate.approved })}</span>
  const nudge = ({ number }: Task) => <Nudged nudge={things.nudged.get(number)} locale={locale} />
  const request = ({ number }: Task) => <Requested dueOn={things.requested.get(number)} locale={locale} />
  return (
    <table className="plainhead todo" role="table" aria-label={t('toDo.nowTitle')}>
      <Group id="instructed">
        {things.instructed.map(({ event, ...task }, index) => (
          <Row
            key={`${task.number}-${event.seq}`}
            mark={<span className="mark">{t('marks.instructed')}</span>}
            task={task}
            why={
              <>
                <b>{t('toDo.instructedOn', { who: event.actor.name, day: dayText(event.effectiveOn, locale) })}</b> {event.payload.text}
              </>
            }
          >
            <To task={task} form={`answer-${event.seq}`} variant={index === 0 ? 'go' : 'normal'}>
              {t('toDo.answer')}
            </To>
          </Row>
        ))}
      </Group>
      <NoticesToDo notices={things.notices} today={today} first={things.instructed.length === 0} />
      <Group id="returned">
        {things.returned.map(({ row, event }, index) => (
          <Row
            key={row.number}
            mark={<LightWord light={row.light} word={t('toDo.returned')} />}
            task={row}
            why={
              <>
                <b>{t('toDo.returnedOn', { day: dayText(event.effectiveOn, locale) })}</b> {event.payload.reason} {late(row)} {request(row)}{' '}
                {nudge(row)}
              </>
            }
          >
            <To task={row} form="report" variant={index === 0 && things.instructed.length + things.notices.length === 0 ? 'go' : 'normal'}>
              {t('toDo.reportAgain')}
            </To>
            <To task={row} form="claim">
              {t('toDo.claim')}
            </To>
          </Row>
        ))}
      </Group>
      <Group id="answered">
        {things.answered.map((thing) => (
          <Row
            key={thing.row.number}
            mark={<LightWord light={thing.row.light} word={t(thing.refused ? 'toDo.refusedExtension' : 'toDo.stage')} />}
            task={thing.row}
            why={
              <>
                <TrackReason thing={thing} /> {nudge(thing.row)}
              </>
            }
          >
            {thing.refused && (
              <>
                <To task={thing.row} form="report">
                  {t('toDo.report')}
                </To>
                <To task={thing.row} form="request-extension">
                  {t('toDo.askAgain')}
                </To>
              </>
            )}
            {thing.returned.length + thing.missing.length > 0 && (
              <To task={thing.row} form="report-stage">
                {t('toDo.reportStage')}
              </To>
            )}
          </Row>
        ))}
      </Group>
      <Group id="overdue">
        {things.overdue.map((row) => (
          <Row
            key={row.number}
            mark={<LightWord light={row.light} />}
            task={row}
            why={
              <>
                {late(row)} <Standing row={row} locale={locale} /> {request(row)} {nudge(row)}
              </>
            }
          >
            <To task={row} form="report">
              {t('toDo.report')}
            </To>
            <To task={row} form="claim">
              {t('toDo.claim')}
            </To>
            {!things.requested.has(row.number) && (
              <To task={row} form="request-extension" variant="plain">
                {t('toDo.requestExtension')}
              </To>
            )}
          </Row>
        ))}
      </Group>
      <Group id="due-soon">
        {things.dueSoon.map((row) => {
          const dueOn = row.deadline.approvedDueOn ?? today
          return (
            <Row
              key={row.number}
              mark={<LightWord light={row.light} />}
              task={row}
              why={
                <>
                  {t('toDo.dueOn', { day: dayText(dueOn, locale), days: daysBetween(today, dueOn) })} <Standing row={row} locale={locale} />{' '}
                  {request(row)} {nudge(row)}
                </>
              }
            >
              <To task={row} form="claim">
                {t('toDo.claim')}
              </To>
              <To task={row} form="report">
                {t('toDo.report')}
              </To>
              {!things.requested.has(row.number) && (
                <To task={row} form="request-extension" variant="plain">
                  {t('toDo.requestExtension')}
                </To>
              )}
            </Row>
          )
        })}
      </Group>
      <Group id="to-confirm">
        {things.toConfirm.map((row) => {
          const own = row.duties.find((duty) => duty.departmentId === departmentId)
          return (
            <Row
              key={row.number}
              mark={t('toDo.confirm')}
              task={row}
              why={
                <>
                  {own && <Waiting own={own} lead={row.lead.department} locale={locale} />} {nudge(row)}
                </>
              }
            >
              <To task={row} form="confirm">
                {t('toDo.confirmPart')}
              </To>
            </Row>
          )
        })}
      </Group>
      <Group id="on-our-behalf">
        {things.onOurBehalf.map((entry) => (
          <Row
            key={entry.number}
            mark={<span className="mark">{t('marks.onBehalf')}</span>}
            task={entry}
            why={entry.events.map((event) => <BehalfEntry key={event.seq} event={event} locale={locale} />)}
          >
            <SeenForm action={markSeen} number={entry.number} formId={entry.formId} seqs={entry.events.map(({ seq }) => seq)} />
            <To task={entry} form="history" variant="plain">
              {t('toDo.look')}
            </To>
          </Row>
        ))}
      </Group>
    </table>
  )
}
