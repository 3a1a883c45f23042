import { createHash } from 'node:crypto'
import { Document, Packer, Paragraph } from 'docx'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { FILE_MAX_BYTES } from '@/domain/evidence'
import { checkFile, FILE_TYPES } from '@/files/file-kind'
import { BMP, compoundOf, GIF, HEIC, JPEG, openXmlOf, PDF, PNG, TIFF, WEBP, zipOf } from '@/files/sample'

const WORD = 'vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEETS = 'vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const SLIDES = 'vnd.openxmlformats-officedocument.presentationml.presentation'
const WRONG = { refused: 'file-type' }

const docx = () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('进展情况')] }] }))
const xlsx = () => writeXlsxFile([[{ value: '序号' }]]).toBuffer()

describe('what is taken', () => {
  test.each<[string, Uint8Array]>([
    ['a.pdf', PDF],
    ['a.png', PNG],
    ['a.jpg', JPEG],
    ['a.jpeg', JPEG],
    ['a.gif', GIF],
    ['a.webp', WEBP],
    ['a.bmp', BMP],
    ['a.tif', TIFF],
    ['a.tiff', TIFF],
    ['a.heic', HEIC],
    ['a.docx', openXmlOf(WORD, 'word/document.xml')],
    ['a.docx', openXmlOf(WORD, 'word/document2.xml')],
    ['a.xlsx', openXmlOf(SHEETS, 'xl/workbook.xml')],
    ['a.pptx', openXmlOf(SLIDES, 'ppt/presentation.xml')],
    ['a.doc', compoundOf('WordDocument', '1Table')],
    ['a.wps', compoundOf('WordDocument')],
    ['a.xls', compoundOf('Workbook')],
    ['a.xls', compoundOf('Book')],
    ['a.et', compoundOf('Workbook')],
    ['a.ppt', compoundOf('Current User', 'PowerPoint Document')],
    ['a.dps', compoundOf('PowerPoint Document')],
  ])('%s by its content', async (name, bytes) => {
    const extension = name.slice(2) as keyof typeof FILE_TYPES
    expect(await checkFile(name, bytes)).toMatchObject({ name, extension, type: FILE_TYPES[extension], size: bytes.length })
  })

  test('documents as other programs write them', async () => {
    expect(await checkFile('情况说明.docx', await docx())).toMatchObject({ extension: 'docx', type: FILE_TYPES.docx })
    expect(await checkFile('台账.XLSX', await xlsx())).toMatchObject({ name: '台账.xlsx', extension: 'xlsx', type: FILE_TYPES.xlsx })
  })

  test('with the hash of the bytes', async () => {
    expect(await checkFile('a.pdf', PDF)).toHaveProperty('sha256', createHash('sha256').update(PDF).digest('hex'))
  })

  test('up to 20 MB, and not a byte more', async () => {
    const padded = (size: number) => Buffer.concat([PDF, Buffer.alloc(size - PDF.length, ' ')])
    expect(await checkFile('a.pdf', padded(FILE_MAX_BYTES))).toHaveProperty('size', 20_971_520)
    expect(await checkFile('a.pdf', padded(FILE_MAX_BYTES + 1))).toEqual({ refused: 'file-too-large' })
    expect(await checkFile('a.pdf', new Uint8Array())).toEqual({ refused: 'file-empty' })
  })
})

describe('what is refused', () => {
  test.each<[string, string, Uint8Array]>([
    ['a PDF under the name of a picture', 'a.jpg', PDF],
    ['a picture under the name of another kind of picture', 'a.png', JPEG],
    ['a program', 'a.pdf', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00', 'latin1')],
    ['a web page', 'a.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a web page under the name of a workbook', 'a.xls', Buffer.from('<html><table><tr><td>1</td></tr></table></html>')],
    ['a drawing with script', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a drawing under the name of a picture', 'a.png', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['plain text', 'a.pdf', Buffer.from('only words')],
    ['a name without an extension', 'a', PDF],
    ['an archive', 'a.zip', zipOf({ 'a.txt': 'a' })],
    ['an archive under the name of a document', 'a.docx', zipOf({ 'a.txt': 'a' })],
    ['an archive that only says it is a document', 'a.docx', openXmlOf(WORD, 'readme.txt')],
    ['a document whose parts are those of a workbook', 'a.docx', openXmlOf(WORD, 'xl/workbook.xml')],
    ['a document under the name of a workbook', 'a.xlsx', openXmlOf(WORD, 'word/document.xml')],
    ['a document with macros', 'a.docm', openXmlOf('vnd.ms-word.document.macroEnabled', 'word/document.xml')],
    ['a document with macros under another name', 'a.docx', openXmlOf('vnd.ms-word.document.macroEnabled', 'word/document.xml')],
    ['a document with a macro part', 'a.docx', openXmlOf(WORD, 'word/document.xml', 'word/vbaProject.bin')],
    ['a workbook with a macro part', 'a.xlsx', openXmlOf(SHEETS, 'xl/workbook.xml', 'xl/VBAPROJECT.BIN')],
    ['a workbook with macro sheets', 'a.xlsx', openXmlOf(SHEETS, 'xl/workbook.xml', 'xl/macrosheets/sheet1.xml')],
    ['a workbook with macros, by its name', 'a.xlsm', openXmlOf(SHEETS, 'xl/workbook.xml')],
    ['a template', 'a.docx', openXmlOf('vnd.openxmlformats-officedocument.wordprocessingml.template', 'word/document.xml')],
    ['an installer in the container of the old formats', 'a.doc', compoundOf('SummaryInformation', '!_StringData')],
    ['an old document under the name of a workbook', 'a.xls', compoundOf('WordDocument')],
    ['an old document with macros', 'a.doc', compoundOf('WordDocument', 'Macros', '_VBA_PROJECT')],
    ['a document under a password', 'a.docx', compoundOf('EncryptionInfo', 'EncryptedPackage')],
    ['the bare head of a compound file', 'a.doc', compoundOf().subarray(0, 512)],
  ])('%s', async (_, name, bytes) => {
    expect(await checkFile(name, bytes)).toEqual(WRONG)
  })

  test('a document whose directory is cut off, doubled or followed by something', async () => {
    const whole = openXmlOf(WORD, 'word/document.xml')
    expect(await checkFile('a.docx', whole.subarray(0, -1))).toEqual(WRONG)
    expect(await checkFile('a.docx', Buffer.concat([whole, Buffer.from('<script>')]))).toEqual(WRONG)
    expect(await checkFile('a.docx', Buffer.concat([Buffer.from('#!/bin/sh\n'), whole]))).toEqual(WRONG)
    const doubled = openXmlOf(WORD, 'word/document.xml', 'word/document.xmk')
    for (let at = doubled.indexOf('xmk'); at !== -1; at = doubled.indexOf('xmk')) doubled.write('xml', at)
    expect(await checkFile('a.docx', doubled)).toEqual(WRONG)
  })

  test('damaged files are refused or taken, never an exception', async () => {
    const wholes: [string, Uint8Array][] = [
      ['a.docx', await docx()],
      ['a.xlsx', await xlsx()],
      ['a.doc', compoundOf('WordDocument')],
      ['a.png', PNG],
      ['a.webp', WEBP],
    ]
    const damage = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wholes), fc.array(damage, { maxLength: 20 }), fc.nat(), async ([name, whole], damages, cut) => {
        const bytes = Uint8Array.from(whole).subarray(0, whole.length - (cut % 3 === 0 ? cut % whole.length : 0))
        for (const [at, value] of damages) bytes[at % bytes.length] = value
        const checked = await checkFile(name, bytes)
        expect('refused' in checked ? checked : 'taken').toEqual('refused' in checked ? WRONG : 'taken')
      }),
      { numRuns: 500 },
    )
  })
})

describe('the name', () => {
  const nameOf = async (name: string) => {
    const checked = await checkFile(name, PDF)
    return 'refused' in checked ? checked.refused : checked.name
  }

  test.each([
    ['../../etc/佐证.pdf', '佐证.pdf'],
    ['C:\\fakepath\\佐证.PDF', '佐证.pdf'],
    ['  佐证 .pdf ', '佐证.pdf'],
    ['佐\r\n证\u0000.pdf', '佐证.pdf'],
    ['a\u202Efdp.exe\u202C.pdf', 'afdp.exe.pdf'],
    ['e\u0301.pdf', '\u00E9.pdf'],
    ['..a.b.pdf', 'a.b.pdf'],
    ['\uD800.pdf', '\uFFFD.pdf'],
  ])('%j is kept as %j', async (sent, kept) => {
    expect(await nameOf(sent)).toBe(kept)
  })

  test.each(['', '   ', '.pdf', '/', 'a/', '\u202E\u200B.pdf', '...pdf'])('%j is no name', async (sent) => {
    expect(await nameOf(sent)).toBe('file-name')
  })

  test('the direction of writing cannot hide the extension', async () => {
    expect(await nameOf('a\u202Efdp.exe')).toBe('file-type')
  })

  test('150 characters are kept, the extension among them, and none is cut in two', async () => {
    const kept = await nameOf(`${'𠮷'.repeat(200)}.pdf`)
    expect([...kept]).toHaveLength(150)
    expect(kept).toBe(`${'𠮷'.repeat(146)}.pdf`)
    expect(await nameOf(`${'证'.repeat(146)}.pdf`)).toBe(`${'证'.repeat(146)}.pdf`)
  })
})
