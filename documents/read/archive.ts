// The zip archive that a .docx or .xlsx is. Nothing in it is believed: the directory is checked before anything is inflated, and what is
// inflated is counted as it comes.
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { ENTRIES_MAX, INFLATED_LEAST_BYTES, INFLATED_MAX_BYTES, INFLATED_MAX_FACTOR } from '@/documents/read/limits'
import { Refused } from '@/documents/read/refused'
import { type XmlHandler, xmlParser } from '@/documents/read/xml'

export type Archive = {
  names: ReadonlySet<string>
  /** Parses one of its files as XML; nothing where there is no such file. Throws Refused. */
  parse: (name: string, handler: XmlHandler) => Promise<void>
  /** Inflates every file once and throws it away. Throws Refused when the contents are not what the directory says. */
  inflateAll: () => Promise<void>
}

const ARCHIVES = /\.(zip|docx|docm|dotx|dotm|xlsx|xlsm|xltx|xltm|xlsb|pptx|pptm|odt|ods|odp|jar|rar|7z|gz|tgz|bz2|xz|zst|cab|iso)$/i
/** Objects that Word and Excel embed are archives themselves; they are never opened. */
const EMBEDDED = /^(word|xl)\/embeddings\/[^/]+$/
const MACROS = /vbaProject|(^|\/)macrosheets\//i
const LOCAL_HEADER_BYTES = 30
/** Characters that the parser gets at once: it goes over an unfinished element again with each piece. */
const PIECE = 1024 * 1024

/** Opens an archive and checks its directory; nothing is inflated yet. Throws Refused. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await damagedUnless(fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  const entries = await entriesOf(zip, bytes.length)
  const files = new Map(entries.map((entry) => [entry.fileName, entry]))
  if (files.size !== entries.length) throw new Refused('damaged')

  async function inflate(entry: Entry, take: (chunk: Buffer) => void): Promise<void> {
    const stream = await damagedUnless(zip.openReadStreamPromise(entry))
    let inflated = 0
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (inflated === 0 && isZip(chunk) && !EMBEDDED.test(entry.fileName)) throw new Refused('nested-archive')
        inflated += chunk.length
        if (inflated > entry.uncompressedSize) throw new Refused('damaged') // the directory lies, and its sum was all that limits us
        take(chunk)
      }
    } catch (error) {
      throw error instanceof Refused ? error : new Refused('damaged')
    }
  }

  return {
    names: new Set(files.keys()),
    parse: async (name, handler) => {
      const entry = files.get(name)
      if (!entry) return
      const parser = xmlParser(handler)
      let decoder: TextDecoder | undefined
      let waiting = ''
      await inflate(entry, (chunk) => {
        decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8')
        waiting += decoder.decode(chunk, { stream: true })
        if (waiting.length < PIECE) return
        parser.write(waiting)
        waiting = ''
      })
      parser.write(waiting + (decoder?.decode() ?? ''))
      parser.end()
    },
    inflateAll: async () => {
      for (const entry of entries) await inflate(entry, () => {})
    },
  }
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** Every name, size and place of the directory. Files that overlap would inflate one stretch of bytes many times over. */
async function entriesOf(zip: ZipFile, size: number): Promise<Entry[]> {
  if (zip.entryCount > ENTRIES_MAX) throw new Refused('too-many-entries', { limit: ENTRIES_MAX })
  const entries: Entry[] = []
  await damagedUnless(
    (async () => {
      for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry)
    })(),
  )
  if (entries.some((entry) => entry.isEncrypted())) throw new Refused('encrypted')
  if (entries.some(({ fileName }) => MACROS.test(fileName))) throw new Refused('macros')
  if (entries.some(({ fileName }) => ARCHIVES.test(fileName) && !EMBEDDED.test(fileName))) throw new Refused('nested-archive')
  const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (inflated > inflatedLimit(size)) throw new Refused('too-large-inside', megabytes(INFLATED_MAX_BYTES))
  const inPlace = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  inPlace.forEach((entry, i) => {
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize
    if (end > (inPlace[i + 1]?.relativeOffsetOfLocalHeader ?? size)) throw new Refused('damaged')
  })
  return entries
}

const inflatedLimit = (size: number): number => Math.min(INFLATED_MAX_BYTES, Math.max(INFLATED_LEAST_BYTES, size * INFLATED_MAX_FACTOR))

export const megabytes = (bytes: number): { limit: number } => ({ limit: bytes / (1024 * 1024) })

async function damagedUnless<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged')
  }
}
