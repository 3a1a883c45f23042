// For tests: writes zip archives, honest ones and others.
import { crc32, deflateRawSync } from 'node:zlib'

/** `deflated`, `inflatedSize` and `offset` say what is not so. */
export type ZipPart = {
  name: string
  content?: string | Uint8Array
  deflated?: Uint8Array
  inflatedSize?: number
  offset?: number
  flags?: number
}

export function zipFile(parts: ZipPart[]): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const content = Buffer.from(part.content ?? '')
    const deflated = part.deflated ?? deflateRawSync(content)
    const name = Buffer.from(part.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(part.flags ?? 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(deflated.length, 14)
    common.writeUInt32LE(part.inflatedSize ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const trailer = Buffer.alloc(14)
    trailer.writeUInt32LE(part.offset ?? at, 10)
    if (part.offset === undefined) {
      local.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, Buffer.from(deflated))
      at += 4 + common.length + name.length + deflated.length
    }
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, trailer, name)
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, listing, end])
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

export const relations = (...targets: { type: string; target: string; external?: boolean }[]): string =>
  `<Relationships xmlns="${RELATIONS}">${targets
    .map(
      ({ type, target, external }, i) =>
        `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

/** A Word document with this body, and whatever else is given. */
export const docxParts = (body: string, ...more: ZipPart[]): ZipPart[] => [
  { name: '[Content_Types].xml', content: TYPES },
  { name: '_rels/.rels', content: relations({ type: 'officeDocument', target: 'word/document.xml' }) },
  { name: 'word/document.xml', content: wordXml('document', `<w:body>${body}</w:body>`) },
  ...more,
]

export const wordXml = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</w:${root}>`

const sheetXml = (root: string, content: string): string =>
  `<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">${content}</${root}>`

/** A workbook with these sheets. */
export const xlsxParts = (sheets: string[], { styles = '', strings = '' } = {}): ZipPart[] => [
  { name: '[Content_Types].xml', content: TYPES },
  { name: '_rels/.rels', content: relations({ type: 'officeDocument', target: 'xl/workbook.xml' }) },
  {
    name: 'xl/workbook.xml',
    content: sheetXml(
      'workbook',
      `<sheets>${sheets.map((_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets>`,
    ),
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: relations(
      ...sheets.map((_, i) => ({ type: 'worksheet', target: `worksheets/sheet${i + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
      { type: 'sharedStrings', target: 'sharedStrings.xml' },
    ),
  },
  { name: 'xl/styles.xml', content: sheetXml('styleSheet', styles) },
  { name: 'xl/sharedStrings.xml', content: sheetXml('sst', strings) },
  ...sheets.map((content, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml('worksheet', content) })),
]
