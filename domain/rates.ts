/** 办结率 in whole percent, rounded half up; null where nothing could be closed (rule 10). */
export function closedRate(of: { closed: number; total: number; withdrawn: number; longTerm: number }): number | null {
  return percent(of.closed, of.total - of.withdrawn - of.longTerm)
}

/** 按时办结率 in whole percent, rounded half up; null while nothing is closed or overdue (rule 10). `overdue` counts open tasks only. */
export function onTimeRate(of: { onTime: number; closed: number; overdue: number }): number | null {
  return percent(of.onTime, of.closed + of.overdue)
}

function percent(part: number, whole: number): number | null {
  return whole > 0 ? Math.floor((200 * part + whole) / (2 * whole)) : null
}
