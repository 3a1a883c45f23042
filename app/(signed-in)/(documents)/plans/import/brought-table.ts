import { createHash } from 'node:crypto'
import { getLocale } from 'next-intl/server'
import type { Refused } from '@/app/viewer-action'
import { refusalText } from '@/documents/read/refusal-text'
import { readUpload } from '@/workers/read-upload'

export type BroughtTable = { fileName: string; size: number; sha256: string; source: string }

const NAME_MAX = 200
const PASTED = { 'zh-CN': '粘贴的文字.txt', en: 'pasted text.txt' } as const

/** The table that a form brings, read in a process of its own: a file or text, not both. */
export async function broughtTable({ file, text }: { file?: File | undefined; text: string }): Promise<BroughtTable | Refused> {
  const isTyped = text.trim() !== ''
  if (file && isTyped) return { refused: 'file-or-text', field: 'text' }
  if (!file && !isTyped) return { refused: 'file-required', field: 'file' }
  const locale = await getLocale()
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text)
  // a form posts the quotation marks of a name as %22
  const fileName = (file?.name.replaceAll('%22', '"') ?? PASTED[locale]).slice(-NAME_MAX)
  const read = await readUpload(bytes, fileName)
  if ('refused' in read) return { refused: 'file-refused', field: file ? 'file' : 'text', values: { why: refusalText(read, locale) } }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { fileName, size: bytes.length, sha256, source: JSON.stringify(read) }
}
