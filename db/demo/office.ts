// biome-ignore-all format: one act, one line
// Invented. What supervisors did about several tasks at once: nudges and numbered notices, and what the departments made of them.
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { issueNotice } from '@/db/commands/issue-notice'
import { nudge } from '@/db/commands/nudge'
import { stepNotice } from '@/db/commands/step-notice'
import { ADJUSTMENT } from '@/db/demo/adjustment'
import type { Cast } from '@/db/demo/cast'
import { notices } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'
import type { NoticeColour, NoticeStep } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'

type Time = { today: Day; now: Instant }
/** One act on a day. `formId` makes it count once. */
export type OfficeAct = { on: Day; carryOut: (database: Database, cast: Cast, formId: string, time: Time) => Promise<unknown> }

const HEALTH = '区卫生健康局'
const INSURANCE = '区医疗保障局'
const STAFFING = '区委编委办'
const FINANCE = '区财政局'
const PERSONNEL = '区人力资源和社会保障局'

/** In the order of their days. A notice is named by what it will be numbered. */
export const OFFICE_ACTS: readonly OfficeAct[] = [
  ...ADJUSTMENT,
  issue('2025-11-03', 1, 'red', HEALTH, [24, 41], '2025-11-17', '两项任务逾期近两年，请说明原因，列出逐月补救计划，由主要负责人签字报送。'),
  step('2025-11-04', 1, 'acknowledged', HEALTH),
  issue('2025-11-10', 2, 'yellow', INSURANCE, [59], '2025-11-24', '该项至今没有启动，请说明堵点和需要上级协调的事项，提出启动时间。'),
  step('2025-11-12', 2, 'acknowledged', INSURANCE),
  step('2025-11-14', 1, 'replied', HEALTH, '原因是临床路径数据口径反复调整。补救计划：11月底补齐数据，12月底前申请办结；能耗指标待省里公布中位值后一周内报送。'),
  issue('2025-11-18', 3, 'blue', FINANCE, [15], '2025-11-28', '年底到期，请报送剩余工作和完成时间。'),
  step('2025-11-19', 3, 'voided', null, '任务序号写错，另发。'),
  step('2025-11-21', 1, 'closed', null, '计划可行，按月对照。'),
  nudging('2025-11-28', null, [41, 42], '11月还没有报送，请于12月3日前报进展；没有变化也请报一次。'),
  nudging('2025-11-28', null, [59], '督办单已过答复日期，请尽快答复。'),
  issue('2025-12-02', 4, 'blue', PERSONNEL, [12], '2025-12-12', '年底到期，请报送剩余工作和完成时间。'),
  issue('2025-12-04', 5, 'yellow', HEALTH, [13, 23], '2025-12-11', '两项进展明显落后于序时，请说明原因，提出年底前的追赶安排。'),
  nudging('2025-12-04', STAFFING, [47], '请于12月8日前反馈岗位设置意见。'),
  step('2025-12-05', 5, 'acknowledged', HEALTH),
]

function issue(on: Day, number: number, colour: NoticeColour, department: string, numbers: number[], replyBy: Day, demand: string): OfficeAct {
  return {
    on,
    carryOut: async (database, cast, formId, time) => {
      const signOff = colour === 'red' ? { name: cast.leader.name, post: cast.leader.post, on } : null
      const wanted = { departmentId: cast.idOf(department), numbers, colour, demand, replyBy, signOff, formId }
      const outcome = await issueNotice(database, cast.supervisors[1], wanted, time)
      if (outcome === 'hidden' || 'refused' in outcome) throw new Error(`demo, notice ${number}: ${JSON.stringify(outcome)}`)
    },
  }
}

/** By the department, or by the supervisor where none is named. */
function step(on: Day, number: number, taken: Exclude<NoticeStep, 'issued'>, department: string | null, text = ''): OfficeAct {
  return {
    on,
    carryOut: async (database, cast, formId, time) => {
      const [notice] = await database.db.select({ id: notices.id, version: notices.version }).from(notices).where(eq(notices.number, number))
      const change = { id: notice?.id ?? '', version: notice?.version ?? 0, formId, step: taken, text }
      const outcome = await stepNotice(database, department ? cast.officerOf(department) : cast.supervisors[1], change, time)
      if (outcome === 'hidden' || 'refused' in outcome) throw new Error(`demo, notice ${number} ${taken}: ${JSON.stringify(outcome)}`)
    },
  }
}

/** By a lead department, or by the supervisor where none is named. */
function nudging(on: Day, lead: string | null, numbers: number[], text: string): OfficeAct {
  return {
    on,
    carryOut: async (database, cast, formId, time) => {
      const viewer: Viewer = lead ? cast.officerOf(lead) : cast.supervisors[0]
      const outcome = await nudge(database, viewer, { numbers, text, formId }, time)
      if (outcome === 'hidden' || 'refused' in outcome) throw new Error(`demo, nudge ${numbers.join()}: ${JSON.stringify(outcome)}`)
    },
  }
}
