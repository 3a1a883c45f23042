// How an issued table was laid out: kept with its plan, so that it goes out as it came in. Lengths are whole millimetres.

/** What a column of an issued table holds. `departments` names lead and cooperating ones in one cell; `other` is kept word for word. */
export const COLUMN_ROLES = [
  'number',
  'goal',
  'title',
  'measure',
  'departments',
  'lead',
  'cooperating',
  'deadline',
  'office',
  'contact',
  'phone',
  'leader_in_charge',
  'other',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** `group` is the heading over several columns that stand side by side: 责任单位 over 牵头单位 and 配合单位. */
export type LayoutColumn = { role: ColumnRole; heading: string; width: number | null; group?: string }

export type PlanLayout = {
  source: 'docx' | 'xlsx' | 'csv' | 'text' | 'standard'
  page: { width: number; height: number; margins: { top: number; right: number; bottom: number; left: number } }
  /** Paragraphs above the table, the title included, and the notes below it. */
  above: string[]
  below: string[]
  columns: LayoutColumn[]
  /** Where goals stand: in a column, in rows of their own over the whole width, as captions of several tables, or nowhere. */
  goals: 'column' | 'rows' | 'tables' | 'none'
}

const A4_LANDSCAPE = { width: 297, height: 210, margins: { top: 28, right: 26, bottom: 26, left: 26 } }

/** What a plan from text gets: the six columns of the office's own table, on A4 landscape. */
export const standardLayout = (title: string): PlanLayout => ({
  source: 'standard',
  page: A4_LANDSCAPE,
  above: [title],
  below: [],
  columns: [
    { role: 'number', heading: '序号', width: 12 },
    { role: 'goal', heading: '目标任务', width: 36 },
    { role: 'title', heading: '任务描述', width: 36 },
    { role: 'measure', heading: '具体措施', width: 100 },
    { role: 'departments', heading: '责任部门', width: 36 },
    { role: 'deadline', heading: '完成时限', width: 25 },
  ],
  goals: 'column',
})
