import type { Day } from '@/domain/calendar'

/** The document by which duties change (rule 18): its title, its number as printed (may be empty), and its day. */
export type DocumentRef = { title: string; number: string; on: Day }

/** As an office cites it: 《关于调整任务分工的通知》（满政办〔2024〕12号，2024-03-01）. */
export const citation = ({ title, number, on }: DocumentRef): string => `《${title}》（${number === '' ? on : `${number}，${on}`}）`
