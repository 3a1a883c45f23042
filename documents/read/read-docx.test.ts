import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, test } from 'vitest'
import { fixture, grid, tablesOf } from '@/documents/read/grid'
import { docxParts, relations, wordXml, zipFile } from '@/documents/read/zip-file'
import type { SourceTable } from '@/documents/source-document'

describe('Word', () => {
  test('LibreOffice: cells merged both ways, a header of two rows, the paragraphs around, page and widths', async () => {
    const [table] = await tablesOf(fixture('merged.docx'), 'merged.docx')
    expect(table && grid(table)).toEqual([
      ['序号', '目标任务', '主要举措', '责任单位', '·', '完成时间'],
      ['·', '·', '·', '牵头单位', '配合单位', '·'],
      ['1', '（一）加快建设', '建设中心。/完善制度。', '区卫生健康局', '区财政局/区医疗保障局', '2025年12月'],
      ['2', '·', '推进改革', '区卫生健康局', '', '2025年底前'],
      ['（二）保障措施', '·', '·', '·', '·', '·'],
      ['3', '资金', '落实投入', '区财政局', '各乡镇', '长期坚持'],
    ])
    expect(table).toMatchObject({
      above: ['附件', '重点任务分工表'],
      below: ['注：各单位每月25日前报送进展。'],
      widths: [26, 64, 34, 40, 40, 35],
      page: { width: 297, height: 210, margins: { top: 20, right: 25, bottom: 20, left: 25 } },
    })
  })

  test('LibreOffice: automatic numbers are read as shown, deletions are not, a table in a cell is text of it', async () => {
    const [table, second] = await tablesOf(fixture('numbered.docx'), 'numbered.docx')
    expect(table && grid(table)).toEqual([
      ['序号', '问题', '整改措施'],
      ['1', '（一）投入不足', '按新办法落实'],
      ['2', '（二）人员不足', '分两步：/先招聘，/甲/乙/后培训。'],
    ])
    expect(second).toMatchObject({ above: ['第二部分'], below: ['抄送：各单位'] })
  })

  test('the docx library: a table written by it', async () => {
    const cell = (text: string, options = {}) => new TableCell({ children: [new Paragraph(text)], ...options })
    const rows = [
      new TableRow({ children: [cell('序号', { rowSpan: 2 }), cell('责任', { columnSpan: 2 })] }),
      new TableRow({ children: [cell('牵头'), cell('配合')] }),
    ]
    const document = new Document({ sections: [{ children: [new Paragraph('清单'), new Table({ rows })] }] })
    const [table] = await tablesOf(await Packer.toBuffer(document), 'a.docx')
    expect(table && grid(table)).toEqual([
      ['序号', '责任', '·'],
      ['·', '牵头', '配合'],
    ])
  })

  const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const word = async (body: string) => (await tablesOf(zipFile(docxParts(body)), 'a.docx'))[0] as SourceTable
  const down = '<w:vMerge/>'
  const begins = '<w:vMerge w:val="restart"/>'

  test('rows that begin later, end earlier, or merge in the older way', async () => {
    const table = await word(
      `<w:tbl>${tr(tc('甲'), tc('乙'), tc('丙'))}<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${tc('丁')}</w:tr>${tr(tc('戊', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('己'))}</w:tbl>`,
    )
    expect(grid(table)).toEqual([
      ['甲', '乙', '丙'],
      [' ', '丁', ' '],
      ['戊', '·', '己'],
    ])
  })

  test('a merge down with a merge across, and one that has nothing above it', async () => {
    const wide = '<w:gridSpan w:val="2"/>'
    const table = await word(
      `<w:tbl>${tr(tc('甲', down), tc('乙', wide + begins))}${tr(tc('丙'), tc('', wide + down))}${tr(tc('丁'), tc('戊'), tc('己', down))}</w:tbl>`,
    )
    expect(grid(table)).toEqual([
      ['甲', '乙', '·'],
      ['丙', '·', '·'],
      ['丁', '戊', '己'],
    ])
  })

  test('content controls, fields, links and insertions are text; deletions, field codes, text boxes and hidden text are not', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const cell = `<w:tc><w:p>${run('甲')}<w:ins>${run('乙')}</w:ins><w:del><w:r><w:delText>×</w:delText></w:r></w:del><w:moveFrom>${run('×')}</w:moveFrom><w:hyperlink>${run('丙')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r><w:sdt><w:sdtContent>${run('丁')}</w:sdtContent></w:sdt><mc:AlternateContent><mc:Choice><w:r><w:txbxContent>${p('×')}</w:txbxContent></w:r></mc:Choice><mc:Fallback>${run('×')}</mc:Fallback></mc:AlternateContent><w:r><w:rPr><w:vanish/></w:rPr><w:t>×</w:t></w:r><w:r><w:br/><w:t xml:space="preserve"> 戊</w:t><w:tab/><w:t>己&amp;&#x20BB7;</w:t></w:r></w:p></w:tc>`
    const table = await word(`<w:sdt><w:sdtContent><w:tbl>${tr(cell)}</w:tbl></w:sdtContent></w:sdt>`)
    expect(table.cells[0]?.lines).toEqual(['甲乙丙丁', '戊 己&𠮷'])
  })

  test('a deleted row is gone; a paragraph whose end was deleted runs on', async () => {
    const joined =
      '<w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>区卫生</w:t></w:r></w:p><w:p><w:r><w:t>健康局</w:t></w:r></w:p></w:tc>'
    const table = await word(`<w:tbl>${tr(tc('甲'))}<w:tr><w:trPr><w:del/></w:trPr>${tc('×')}</w:tr>${tr(joined)}</w:tbl>`)
    expect(grid(table)).toEqual([['甲'], ['区卫生健康局']])
  })

  test('numbers from a style, and a list that begins anew', async () => {
    const numbered = (list: number) =>
      `<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr></w:p></w:tc>`
    const styled = '<w:tc><w:p><w:pPr><w:pStyle w:val="N"/></w:pPr></w:p></w:tc>'
    const numbering = wordXml(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    )
    const styles = wordXml('styles', '<w:style w:styleId="N"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>')
    const parts = docxParts(
      `<w:tbl>${[numbered(1), numbered(1), numbered(2), styled].map((cell) => tr(cell)).join('')}</w:tbl>`,
      { name: 'word/numbering.xml', content: numbering },
      { name: 'word/styles.xml', content: styles },
      {
        name: 'word/_rels/document.xml.rels',
        content: relations({ type: 'numbering', target: 'numbering.xml' }, { type: 'styles', target: '/word/styles.xml' }),
      },
    )
    expect(grid((await tablesOf(zipFile(parts)))[0] as SourceTable)).toEqual([['1'], ['2'], ['5'], ['6']])
  })

  test('another prefix and the strict dialect read the same', async () => {
    const xml = wordXml('document', `<w:body><w:tbl>${tr(tc('甲'))}</w:tbl></w:body>`)
      .replaceAll('w:', 'doc:')
      .replaceAll(':w=', ':doc=')
      .replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main')
    const parts = docxParts('').map((part) => (part.name === 'word/document.xml' ? { ...part, content: xml } : part))
    expect(grid((await tablesOf(zipFile(parts)))[0] as SourceTable)).toEqual([['甲']])
  })
})
