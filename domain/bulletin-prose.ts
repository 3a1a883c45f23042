// What a person writes in a bulletin. Figures have no place in it: they come from the ledger and stand in sentences of their own.
import type { BulletinFigures } from '@/domain/bulletin'

/** In the order in which they stand in the bulletin. */
export const PROSE_NAMES = ['opening', 'overall', 'departments', 'movement', 'problems', 'reporting', 'demands'] as const
export type ProseName = (typeof PROSE_NAMES)[number]
export type BulletinProse = Record<ProseName, string>

export const PROSE_MAX = 4000

/**
 * What a draft starts with: what to do next, without repeating a figure. An empty paragraph is not printed. Why something is late is on no
 * record, so that a person says it or nobody.
 */
export function plainProse({ context, all, reporting, next }: BulletinFigures): BulletinProse {
  const overdue = all.overdue[context.basis] > 0
  const behind = all.lights.behind > 0
  const silent = (reporting?.missing.length ?? 0) > 0
  return {
    opening: '根据督办台账记录，对本清单各项任务推进情况进行了汇总。',
    overall: '',
    departments: '',
    movement: '',
    problems: '',
    reporting: silent ? '未报送的部门要尽快补报，今后按期报送。' : '',
    demands: lines(
      overdue && '逾期任务的牵头部门要逐项说明原因，明确责任人和办结日期；确需延期的，按程序申请。',
      behind && '进度滞后任务的牵头部门要拿出赶上序时进度的措施，配合部门要主动配合。',
      next.due.length > 0 && '临近时限的任务，要逐项核对剩余工作，确保按期办结。',
      '任务办结的，及时申请核验并附佐证。',
    ),
  }
}

const lines = (...said: (string | false)[]): string => said.filter(Boolean).join('\n')

/** Whether something in it looks like a count: figures belong in the generated sentences. */
export const namesCounts = (prose: BulletinProse): boolean =>
  PROSE_NAMES.some((name) => /[\d０-９]+(\.\d+)?\s*(项|个|%|％|天)/.test(prose[name]))
