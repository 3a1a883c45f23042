import type { FileRefusal, FileRefusalCode } from '@/documents/source-document'

type Locale = 'zh-CN' | 'en'

const WORDS: Record<FileRefusalCode, Record<Locale, string>> = {
  'unknown-kind': {
    'zh-CN': '不是可以读取的文件：请用 Word（.docx）、Excel（.xlsx）、CSV 或文本文件。',
    en: 'This file cannot be read: please use Word (.docx), Excel (.xlsx), CSV or a text file.',
  },
  empty: {
    'zh-CN': '文件是空的：请检查是否选错了文件。',
    en: 'The file is empty: please check that it is the right one.',
  },
  'too-large': {
    'zh-CN': '文件超过 {limit} MB：请删去图片和附件，只留表格，再试。',
    en: 'The file is larger than {limit} MB: please remove pictures and attachments, keep the table, and try again.',
  },
  'too-large-inside': {
    'zh-CN': '文件解压后过大，不安全，未读取：请把表格复制到新文件中，另存后再试。',
    en: 'The file is unsafe: unpacked, it is far too large. Please copy the table into a new file and try again.',
  },
  'too-many-entries': {
    'zh-CN': '文件内部的部件超过 {limit} 个，未读取：请把表格复制到新文件中，另存后再试。',
    en: 'The file has more than {limit} parts inside: please copy the table into a new file and try again.',
  },
  'nested-archive': {
    'zh-CN': '文件里夹带了压缩包或别的文件，未读取：请把表格复制到新文件中，另存后再试。',
    en: 'The file carries an archive or another document inside: please copy the table into a new file and try again.',
  },
  damaged: {
    'zh-CN': '文件已损坏或内容不合规范：请用 Word 或 Excel 打开，另存后再试。',
    en: 'The file is damaged or not well formed: please open it in Word or Excel, save it again, and try again.',
  },
  encrypted: {
    'zh-CN': '文件有打开密码：请去掉密码，另存后再试。',
    en: 'The file is protected by a password: please remove the password, save it, and try again.',
  },
  macros: {
    'zh-CN': '文件含有宏：请另存为不含宏的 .docx 或 .xlsx 再试。',
    en: 'The file contains macros: please save it as .docx or .xlsx without macros and try again.',
  },
  'external-links': {
    'zh-CN': '文件引用了外部文件或模板：请断开链接，或把表格复制到新文件中，再试。',
    en: 'The file links to other files or templates: please break the links, or copy the table into a new file, and try again.',
  },
  'old-format': {
    'zh-CN': '这是旧版 Office 格式：请另存为 .docx 或 .xlsx 再试。',
    en: 'This is an old Office format: please save it as .docx or .xlsx and try again.',
  },
  'no-table': {
    'zh-CN': '文件里没有表格：请检查是否选错了文件。图片中的表格无法读取。',
    en: 'There is no table in the file: please check that it is the right one. A table in a picture cannot be read.',
  },
  'too-many-cells': {
    'zh-CN': '表格过大（最多 {rows} 行、{cells} 个单元格）：请分成几个文件再试。',
    en: 'The table is too large (at most {rows} rows and {cells} cells): please split it into several files and try again.',
  },
  'too-slow': {
    'zh-CN': '读取超时，已停止：请把表格复制到新文件中，或分成几个文件，再试。',
    en: 'Reading took too long and was stopped: please copy the table into a new file, or split it, and try again.',
  },
  'out-of-memory': {
    'zh-CN': '文件过于复杂，读取所需内存过大，已停止：请把表格复制到新文件中，或分成几个文件，再试。',
    en: 'The file is too complex, and reading was stopped: please copy the table into a new file, or split it, and try again.',
  },
  busy: {
    'zh-CN': '现在有多份文件在处理，请稍后再试。',
    en: 'Several files are being read just now: please try again in a moment.',
  },
}

/** Why a file was not read, and what to do: one sentence. */
export function refusalText({ refused, values = {} }: FileRefusal, locale: Locale): string {
  const all: Record<string, string | number> = { limit: 20, rows: '20,000', cells: '500,000', ...values }
  return WORDS[refused][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(all[name] ?? ''))
}
