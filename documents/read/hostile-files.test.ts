import { readFileSync } from 'node:fs'
import { createDeflateRaw, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDrawn } from '@/documents/read/drawn-table'
import { checkSource, readSource } from '@/documents/read/read-source'
import { refusalText } from '@/documents/read/refusal-text'
import { docxParts, relations, wordXml, xlsxParts, type ZipPart, zipFile } from '@/documents/read/zip-file'
import type { FileRefusalCode } from '@/documents/source-document'

const MB = 1024 * 1024
const table = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
const withMain = (content: Partial<ZipPart>): Uint8Array =>
  zipFile(docxParts(table).map((part) => (part.name === 'word/document.xml' ? { ...part, ...content } : part)))
const withPart = (...parts: ZipPart[]): Uint8Array => zipFile(docxParts(table, ...parts))
const utf16 = (text: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(text, 'utf16le')])
const HEADINGS = ['序号', '目标任务', '任务描述', '具体措施', '责任部门', '完成时限']
const KNOWN = { departments: ['区财政局', '区卫生健康局'], aliases: {} }
const SHARED = '<row><c t="s"><v>0</v></c></row>'
const sheet = (cells: string) => zipFile(xlsxParts([`<sheetData>${cells}</sheetData>`]))

async function refused(bytes: Uint8Array, name = 'a.docx'): Promise<FileRefusalCode | null> {
  const read = await readSource(bytes, name)
  if (!('refused' in read)) return null
  for (const locale of ['zh-CN', 'en'] as const) expect(refusalText(read, locale)).not.toMatch(/[{}]|undefined/)
  return read.refused
}

test('the document that the others are made of is read', async () => {
  expect(await refused(withMain({}))).toBeNull()
})

test.each<[FileRefusalCode, string, () => Uint8Array, string?]>([
  ['empty', 'no bytes', () => new Uint8Array()],
  ['empty', 'white space', () => Buffer.from('\n \n'), 'a.txt'],
  ['too-large', '20 MB and a byte', () => new Uint8Array(20 * MB + 1)],
  ['unknown-kind', 'a PDF', () => Buffer.from('%PDF-1.7\n'), 'a.docx'],
  ['unknown-kind', 'a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'a.csv'],
  ['unknown-kind', 'a page of the web called .xls', () => Buffer.from('<html><table></table></html>'), 'a.xls'],
  ['unknown-kind', 'an archive that is no document', () => zipFile([{ name: 'a.txt', content: '甲' }])],
  [
    'unknown-kind',
    'slides',
    () =>
      zipFile([
        { name: '_rels/.rels', content: relations({ type: 'officeDocument', target: 'ppt/presentation.xml' }) },
        { name: 'ppt/presentation.xml', content: '<a/>' },
      ]),
  ],
  ['old-format', 'an old Word document', () => utf16('WordDocument'), 'a.docx'],
  ['old-format', 'an old workbook', () => utf16('Workbook'), 'a.xls'],
  ['encrypted', 'a document under a password', () => utf16('EncryptionInfo EncryptedPackage')],
  ['encrypted', 'an archive under a password', () => withPart({ name: 'word/a.xml', content: 'a', flags: 1 })],
  ['macros', 'a macro project', () => withPart({ name: 'word/vbaProject.bin', content: 'a' })],
  [
    'macros',
    'the type of a document with macros',
    () =>
      zipFile([
        {
          name: '[Content_Types].xml',
          content: '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        },
      ]),
  ],
  [
    'external-links',
    'a template from elsewhere',
    () =>
      withPart({
        name: 'word/_rels/settings.xml.rels',
        content: relations({ type: 'attachedTemplate', target: 'https://example.com/a.dotm', external: true }),
      }),
  ],
  ['nested-archive', 'an archive by name', () => withPart({ name: 'word/media/a.zip', content: 'a' })],
  [
    'nested-archive',
    'an archive by content',
    () => withPart({ name: 'word/media/a.png', content: zipFile([{ name: 'a', content: 'a' }]) }),
  ],
  ['damaged', 'half an archive', () => withMain({}).subarray(0, 300)],
  ['damaged', 'a name that climbs out', () => withPart({ name: '../../etc/passwd', content: 'a' })],
  ['damaged', 'an absolute name', () => withPart({ name: '/etc/passwd', content: 'a' })],
  ['damaged', 'a name given twice', () => withPart({ name: 'word/document.xml', content: 'a' })],
  ['damaged', 'a document type', () => withMain({ content: `<!DOCTYPE w:document [<!ENTITY a "甲">]>${wordXml('document', table)}` })],
  [
    'damaged',
    'XML that does not close',
    () => withMain({ content: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' }),
  ],
  [
    'damaged',
    'elements without end inside each other',
    () => withMain({ content: wordXml('document', '<w:tbl>'.repeat(300) + '</w:tbl>'.repeat(300)) }),
  ],
  ['no-table', 'a letter', () => zipFile(docxParts('<w:p/>'))],
  ['no-table', 'text', () => Buffer.from('关于开会的通知'), 'a.txt'],
  ['too-many-entries', 'an archive of 2,001 files', () => withPart(...Array.from({ length: 1998 }, (_, i) => ({ name: `word/${i}.xml` })))],
  [
    'too-many-cells',
    'cells at the two ends of a sheet',
    () => sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'a.xlsx',
  ],
  [
    'too-many-cells',
    'a cell over a million columns',
    () => zipFile(docxParts(table.replace('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>'))),
  ],
  [
    'too-large-inside',
    'one long text in many cells',
    () => zipFile(xlsxParts([`<sheetData>${SHARED.repeat(100)}</sheetData>`], { strings: `<si><t>${'长'.repeat(120_000)}</t></si>` })),
  ],
  [
    'too-large-inside',
    'one long text in a cell merged over many',
    () => {
      const merged = `<sheetData>${SHARED}</sheetData><mergeCells><mergeCell ref="A1:A9000"/></mergeCells>`
      const last = '<row r="9000"><c r="A9000"><v>1</v></c></row></sheetData>'
      return zipFile(xlsxParts([merged.replace('</sheetData>', last)], { strings: `<si><t>${'长'.repeat(1200)}</t></si>` }))
    },
  ],
  [
    'too-large-inside',
    'one long text above many blank cells',
    () => Buffer.from(`1,${'长'.repeat(10_000)}\n${'1,\n'.repeat(6000)}`),
    'a.csv',
  ],
  ['too-many-cells', '20,001 rows', () => Buffer.from('1,2\n'.repeat(20_001)), 'a.csv'],
])('%s: %s', async (code, _, bytes, name) => {
  expect(await refused(bytes(), name)).toBe(code)
})

test('links that a reader clicks on, and objects that are embedded, are no reason to refuse', async () => {
  const bytes = withPart(
    { name: 'word/_rels/document.xml.rels', content: relations({ type: 'hyperlink', target: 'https://example.gov.cn', external: true }) },
    { name: 'word/embeddings/sheet.xlsx', content: zipFile(xlsxParts(['<sheetData/>'])) },
  )
  expect(await refused(bytes)).toBeNull()
})

describe('bombs are refused within a second and without growing memory', () => {
  test.each<[string, FileRefusalCode, () => Promise<Uint8Array>]>([
    [
      '300 MB of zeros that the directory owns up to',
      'too-large-inside',
      async () => withMain({ deflated: await zeros(300), inflatedSize: 300 * MB }),
    ],
    [
      '300 MB of zeros that the directory says are 1,000 bytes',
      'damaged',
      async () => withMain({ deflated: await zeros(300), inflatedSize: 1000 }),
    ],
    [
      '90 MB of zeros, within the absolute limit',
      'too-large-inside',
      async () => withMain({ deflated: await zeros(90), inflatedSize: 90 * MB }),
    ],
    ['a thousand entries over one stretch of bytes', 'damaged', overlapping],
  ])('%s', async (_, code, make) => {
    const bytes = await make()
    expect(bytes.length).toBeLessThan(400 * 1024)
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    const began = performance.now()
    expect(await refused(bytes)).toBe(code)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * MB)
    expect((await checkSource(bytes))?.refused).toBe(code)
  })

  async function zeros(megabytes: number): Promise<Uint8Array> {
    const deflate = createDeflateRaw({ level: 9 })
    const chunks: Buffer[] = []
    deflate.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = new Promise((resolve) => deflate.on('end', resolve))
    const zero = Buffer.alloc(MB)
    for (let i = 0; i < megabytes; i++) if (!deflate.write(zero)) await new Promise((resolve) => deflate.once('drain', resolve))
    deflate.end()
    await end
    return Buffer.concat(chunks)
  }

  async function overlapping(): Promise<Uint8Array> {
    const content = Buffer.alloc(90_000)
    const deflated = deflateRawSync(content)
    const parts = docxParts(table)
    const at = zipFile(parts).lastIndexOf(0x05) // somewhere behind the true parts
    const copies = Array.from({ length: 200 }, (_, i) => ({ name: `word/a${i}.xml`, content, deflated, offset: Math.min(at, 40) }))
    return zipFile([...parts, ...copies])
  }
})

test('a directory that is honest is checked without parsing anything', async () => {
  expect(await checkSource(withMain({}))).toBeNull()
  expect(await checkSource(Buffer.from('1,2'))).toBeNull()
})

test.each(['（', '牵头', '等', '局', ' ', '负责', '局（'])(
  'a cell that goes on and on with “%s” is read in time that grows with its length',
  (piece) => {
    const long = `局${piece.repeat(20_000 / piece.length)}`
    const row = ['1', '（一）目标', '标题', '措施', '区财政局', '2025年12月']
    const began = performance.now()
    for (const end of ['', '末', '局']) for (let i = 0; i < row.length; i++) readDrawn([HEADINGS, row.with(i, long + end)], {}, KNOWN)
    expect(performance.now() - began).toBeLessThan(8000)
  },
)

describe('numbers that Word counts', () => {
  const numbered = (numbering: string, paragraphs: number) => {
    const paragraph = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    const cell = `<w:tbl><w:tr><w:tc>${paragraph.repeat(paragraphs)}</w:tc></w:tr></w:tbl>`
    return zipFile(
      docxParts(
        cell,
        { name: 'word/_rels/document.xml.rels', content: relations({ type: 'numbering', target: 'numbering.xml' }) },
        { name: 'word/numbering.xml', content: wordXml('numbering', numbering) },
      ),
    )
  }
  const list = (start: number, format: string, text: string) =>
    `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

  const lists = Array.from({ length: 60_000 }, (_, i) => `<w:num w:numId="${i + 2}"><w:abstractNumId w:val="0"/></w:num>`)
  test.each<[string, string, number, number]>([
    ['huge texts', list(1_000_000, 'decimal', '%1'.repeat(200_000)), 2_000, 100],
    ['letters without end', list(2_000_000_000, 'lowerLetter', '%1'.repeat(100)), 2_000, 100],
    ['many lists', list(7, 'decimal', '%1.') + lists.join(''), 1, 2],
  ])('with %s are read at once', async (_, numbering, paragraphs, longest) => {
    const bytes = numbered(numbering, paragraphs)
    const began = performance.now()
    const read = await readSource(bytes, 'a.docx')
    expect(performance.now() - began).toBeLessThan(2000)
    if ('refused' in read) throw new Error(read.refused)
    const [cell] = read.tables[0]?.cells ?? []
    expect(cell?.lines).toHaveLength(paragraphs)
    expect(Math.max(...(cell?.lines ?? []).map((line) => line.indexOf('甲')))).toBe(longest)
  })
})

test('whatever the bytes are, the answer is a value', { timeout: 60_000 }, async () => {
  const fixtures = ['merged.docx', 'numbered.docx', 'calc.xlsx', 'merged.doc', 'gb18030.csv', 'pasted.txt'].map((name) =>
    readFileSync(`documents/read/fixtures/${name}`),
  )
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.uint8Array({ minLength: 1, maxLength: 8 }) })
  const broken = fc
    .tuple(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 5 }), fc.double({ min: 0.2, max: 1, noNaN: true }))
    .map(([fixture, changes, kept]) => {
      const bytes = Uint8Array.from(fixture)
      for (const { at, to } of changes) bytes.set(to, Math.floor(at * (bytes.length - to.length)))
      return kept > 0.9 ? bytes : bytes.slice(0, Math.floor(bytes.length * kept))
    })
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(broken, fc.uint8Array({ maxLength: 500 })),
      fc.constantFrom('a.docx', 'a.csv', 'a.txt'),
      async (bytes, name) => {
        const read = await readSource(bytes, name)
        expect('refused' in read || read.tables.length > 0).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
