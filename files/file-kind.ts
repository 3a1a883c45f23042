// What an evidence file may be: PDF, Office and images up to 20 MB. The content decides, and the name's extension must agree with it.
// Refused with the rest: whatever carries macros, archives, mark-up (SVG, HTML), templates, and Office files under a password (their
// content cannot be judged).
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { FILE_MAX_BYTES } from '@/domain/evidence'
import { compoundNames } from '@/files/compound-names'
import { zipNames } from '@/files/zip-names'

/** In characters, the extension with its dot included. */
export const FILE_NAME_MAX = 150

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

/** Each extension that is taken, with the media type under which the file is sent. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: `${OPEN_XML}.wordprocessingml.document`,
  xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
  pptx: `${OPEN_XML}.presentationml.presentation`,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  // WPS Office writes the old Office formats under names of its own, for which no media type is registered.
  wps: 'application/octet-stream',
  et: 'application/octet-stream',
  dps: 'application/octet-stream',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
} as const

export type FileExtension = keyof typeof FILE_TYPES
export type FileRefusal = 'file-too-large' | 'file-empty' | 'file-type' | 'file-name'
/** `size` in bytes; `sha256` in lower-case hexadecimal; `name` is fit to be shown and to be saved under. */
export type CheckedFile = { name: string; type: string; extension: FileExtension; size: number; sha256: string }

const WORD = /^word\/document\d*\.xml$/
const SHEETS = /^xl\/workbook\d*\.xml$/
const SLIDES = /^ppt\/presentation\d*\.xml$/
const MACRO_PART = /vbaProject|(^|\/)macrosheets\//i
const MACRO_STREAMS = ['VBA', '_VBA_PROJECT', '_VBA_PROJECT_CUR']

type Shape = { extensions: readonly FileExtension[]; holds?: (bytes: Uint8Array) => boolean }

/** By the kind found in the content (application/x-cfb is the container of the old Office formats): what it may be called and must hold. */
const SHAPES: Record<string, readonly Shape[]> = {
  'application/pdf': [{ extensions: ['pdf'] }],
  [FILE_TYPES.docx]: [{ extensions: ['docx'], holds: hasPart(WORD) }],
  [FILE_TYPES.xlsx]: [{ extensions: ['xlsx'], holds: hasPart(SHEETS) }],
  [FILE_TYPES.pptx]: [{ extensions: ['pptx'], holds: hasPart(SLIDES) }],
  'application/x-cfb': [
    { extensions: ['doc', 'wps'], holds: hasStream('WordDocument') },
    { extensions: ['xls', 'et'], holds: hasStream('Workbook', 'Book') },
    { extensions: ['ppt', 'dps'], holds: hasStream('PowerPoint Document') },
  ],
  'image/png': [{ extensions: ['png'] }],
  'image/apng': [{ extensions: ['png'] }],
  'image/jpeg': [{ extensions: ['jpg', 'jpeg'] }],
  'image/gif': [{ extensions: ['gif'] }],
  'image/webp': [{ extensions: ['webp'] }],
  'image/bmp': [{ extensions: ['bmp'] }],
  'image/tiff': [{ extensions: ['tif', 'tiff'] }],
  'image/heic': [{ extensions: ['heic'] }],
  'image/heif': [{ extensions: ['heic'] }],
}

/**
 * What a sent file is, under a name that is safe to keep. Refused, in this order: 'file-empty', 'file-too-large' (over FILE_MAX_BYTES),
 * 'file-name' (nothing is left of it before the extension), 'file-type' (a kind that is not taken, or not the one that the name claims).
 */
export async function checkFile(name: string, bytes: Uint8Array): Promise<CheckedFile | { refused: FileRefusal }> {
  if (bytes.length === 0) return { refused: 'file-empty' }
  if (bytes.length > FILE_MAX_BYTES) return { refused: 'file-too-large' }
  const { stem, ending } = nameParts(name)
  if (stem === '') return { refused: 'file-name' }
  const extension = await agreedExtension(ending, bytes)
  if (!extension) return { refused: 'file-type' }
  return {
    name: `${firstCharacters(stem, FILE_NAME_MAX - extension.length - 1)}.${extension}`,
    type: FILE_TYPES[extension],
    extension,
    size: bytes.length,
    sha256: sha256Of(bytes),
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The name without folders, line breaks and invisible characters (those that turn the direction of writing among them). */
function nameParts(name: string): { stem: string; ending: string } {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC')
    .trim()
  const dot = plain.lastIndexOf('.')
  if (dot === -1) return { stem: plain, ending: '' }
  return { stem: plain.slice(0, dot).replace(/^[.\s]+|\s+$/g, ''), ending: plain.slice(dot + 1).toLowerCase() }
}

async function agreedExtension(ending: string, bytes: Uint8Array): Promise<FileExtension | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  for (const { extensions, holds } of SHAPES[found?.mime ?? ''] ?? []) {
    const extension = extensions.find((one) => one === ending)
    if (extension && (!holds || holds(bytes))) return extension
  }
}

function hasPart(main: RegExp) {
  return (bytes: Uint8Array): boolean => {
    const names = zipNames(bytes) ?? []
    return names.includes('[Content_Types].xml') && names.some((name) => main.test(name)) && !names.some((name) => MACRO_PART.test(name))
  }
}

function hasStream(...main: string[]) {
  return (bytes: Uint8Array): boolean => {
    const names = compoundNames(bytes)
    return main.some((name) => names.has(name)) && !MACRO_STREAMS.some((name) => names.has(name))
  }
}

const firstCharacters = (text: string, count: number): string => [...text].slice(0, count).join('').trimEnd()
