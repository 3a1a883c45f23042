import { teamOf } from '@/db/demo/cast'
import { allHistories } from '@/db/demo/histories/all-histories'
import { supervision } from '@/db/demo/histories/supervision'
import { officeFor } from '@/db/demo/people'
import { noChange, type Step } from '@/db/demo/step'
import { addDays, type Day } from '@/domain/calendar'

export type DemoTask = { number: number; goal: number; lead: string; cooperating: readonly string[] }

/** One form that somebody posts. `onlyIfQuiet`: only if nothing was said about an open task for three months. */
export type Entry = { number: number; index: number; formId: string; step: Step; onlyIfQuiet?: boolean }

/** Everything that happens to these tasks, in the order in which it is recorded. */
export function entriesFor(known: readonly DemoTask[]): Entry[] {
  const all = known.flatMap((task) => {
    const steps = [...contacts(task), ...story(task), ...rounds(task)]
    return steps.map((entry, index) => ({ ...entry, number: task.number, index, formId: `demo-${task.number}-${index}` }))
  })
  return all.sort((a, b) => {
    if (a.step.recordedOn !== b.step.recordedOn) return a.step.recordedOn < b.step.recordedOn ? -1 : 1
    return a.number - b.number || a.index - b.index
  })
}

type Part = Pick<Entry, 'step' | 'onlyIfQuiet'>

const story = ({ number }: DemoTask): Part[] => [...(allHistories[number] ?? []), ...(supervision[number] ?? [])].map((step) => ({ step }))

const ENTERED_FROM: Day = '2022-01-10'
/** The health office's personnel section has had a new contact since this day. */
const PERSONNEL_CHANGED_ON: Day = '2024-03-14'

function contacts({ number, goal, lead, cooperating }: DemoTask): Part[] {
  return [lead, ...cooperating].flatMap((department, position) => {
    if ((number * 5 + position) % 13 === 0) return []
    const team = teamOf(department)
    const office = officeFor(department, team, goal)
    const leaderInCharge = team.leader.name
    const filled = (on: Day, contact: string): Part => ({
      step: {
        recordedOn: on,
        by: department,
        source: '',
        command: ({ idOf }) => ({ do: 'edit_contacts', departmentId: idOf(department), ...office, contact, leaderInCharge }),
      },
    })
    const first = filled(addDays(ENTERED_FROM, number % 4), office.contact)
    return office.office === '人事科' && number > 60 ? [first, filled(PERSONNEL_CHANGED_ON, '纪云')] : [first]
  })
}

const ROUNDS: readonly Day[] = ['2022-09-29', '2023-03-30', '2023-09-27', '2024-03-28', '2024-09-27', '2025-03-31', '2025-09-29']

// The health office says "no change" for the rest of its tasks at every round, the others at every second one.
function rounds({ number, lead }: DemoTask): Part[] {
  const own = ROUNDS.filter((_, turn) => lead === '区卫生健康局' || turn % 2 === number % 2)
  return own.map((on) => ({ step: noChange(on), onlyIfQuiet: true }))
}
