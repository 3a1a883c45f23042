// biome-ignore-all format: one act, one line
// Invented. A document of May 2024 words one task anew, moves the deadline of another and gives a third a cooperating department; and the
// personnel office links tasks that hang together.
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { amendTask, type NewWording, reassignTask } from '@/db/commands/change-by-document'
import { changeTask, type Outcome } from '@/db/commands/change-task'
import { referTask } from '@/db/commands/refer-task'
import type { Cast } from '@/db/demo/cast'
import { tasks } from '@/db/schema'
import { taskReferences } from '@/db/schema-documents'
import type { Day, Instant } from '@/domain/calendar'
import type { DocumentRef } from '@/domain/document-ref'

type Time = { today: Day; now: Instant }
type Act = { on: Day; carryOut: (database: Database, cast: Cast, formId: string, time: Time) => Promise<unknown> }

const HEALTH = '区卫生健康局'
const PERSONNEL = '区人力资源和社会保障局'
const DOCUMENT: DocumentRef = { title: '关于调整推动公立医院高质量发展部分任务分工的通知', number: '满演办〔2024〕18号', on: '2024-05-20' }

/** In the order of their days. */
export const ADJUSTMENT: readonly Act[] = [
  amended('2024-05-22', 20, { deadline: { issued: '2024年6月', precision: 'month', dueOn: '2024-06-30' } }),
  amended('2024-05-22', 64, { measure: '推进专科护士培训基地建设，加强老年、儿科、重症、传染病等紧缺护理专业护士培养培训，并与岗位聘用衔接。' }),
  assigned('2024-05-22', 64, [HEALTH, PERSONNEL]),
  referred('2024-06-12', 51, 49),
  referred('2024-06-12', 51, 48),
  unlinked('2024-06-14', 51, 48),
]

function amended(on: Day, number: number, wording: NewWording): Act {
  return {
    on,
    carryOut: async (database, cast, formId, time) => {
      const given = { number, version: 'latest' as const, formId, document: DOCUMENT, wording, on: DOCUMENT.on }
      expectDone(await amendTask(database, cast.supervisors[0], given, time), number)
    },
  }
}

/** The lead first. */
function assigned(on: Day, number: number, names: readonly string[]): Act {
  return {
    on,
    carryOut: async (database, cast, formId, time) => {
      const departments = names.map((name, index) => ({ departmentId: cast.idOf(name), role: index === 0 ? ('lead' as const) : ('cooperating' as const) }))
      expectDone(await reassignTask(database, cast.supervisors[0], { number, version: 'latest', formId, document: DOCUMENT, departments }, time), number)
    },
  }
}

function referred(on: Day, number: number, to: number): Act {
  return {
    on,
    carryOut: async (database, cast, formId, time) => expectDone(await referTask(database, cast.supervisors[1], { number, to, formId }, time), number),
  }
}

function unlinked(on: Day, number: number, to: number): Act {
  return {
    on,
    carryOut: async (database, cast, formId, time) => {
      const [reference] = await database.db
        .select({ seq: taskReferences.seq })
        .from(taskReferences)
        .innerJoin(tasks, eq(tasks.id, taskReferences.toTaskId))
        .where(eq(tasks.number, to))
      const command = { do: 'remove_reference', referredSeq: reference?.seq ?? 0 } as const
      expectDone(await changeTask(database, cast.supervisors[1], { number, version: null, formId, command }, time), number)
    },
  }
}

function expectDone(outcome: Outcome, number: number): void {
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(`demo, task ${number}, by a document: ${JSON.stringify(outcome)}`)
}
