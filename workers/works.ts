// What may run in a process of its own. Each work is loaded only there, where it is done.

import type { Choices, KnownNames } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'
import type { BulletinSheet } from '@/domain/bulletin-sheet'
import type { ListExport } from '@/workers/export-list'

/** How far a work has come. */
export type Progress = { done: number; total: number }
export type Report = (progress: Progress) => void

type ToRecognise = { document: SourceDocument; choices: Choices; known: KnownNames }

export const works = {
  'read-source': async ({ bytes, fileName }: { bytes: Uint8Array; fileName: string }, _report: Report) =>
    (await import('@/documents/read/read-source')).readSource(bytes, fileName),
  recognise: async ({ document, choices, known }: ToRecognise, _report: Report) => ({
    recognition: (await import('@/documents/read/recognise')).recognise(document, choices, known),
  }),
  'export-list': async (wanted: ListExport, report: Report) => (await import('@/workers/export-list')).prepareListAlone(wanted, report),
  'bulletin-docx': async (sheet: BulletinSheet, _report: Report) => (await import('@/documents/write/bulletin-docx')).bulletinDocx(sheet),
}

export type Works = typeof works
export type WorkName = keyof Works
export type WorkInput<N extends WorkName> = Parameters<Works[N]>[0]
export type WorkResult<N extends WorkName> = Awaited<ReturnType<Works[N]>>
