import { describe, expect, test } from 'vitest'
import { bulletinDocx } from '@/documents/write/bulletin-docx'
import { PLAN_TITLE, SHA, sampleBulletin } from '@/documents/write/bulletin-sample'
import { zipEntry } from '@/documents/write/zip-entry'
import { plainText } from '@/domain/bulletin-sheet'

async function write(changes: Parameters<typeof sampleBulletin>[0] = {}) {
  const sheet = sampleBulletin(changes)
  const bytes = Buffer.from(await bulletinDocx(sheet))
  return { sheet, document: zipEntry(bytes, 'word/document.xml'), part: (name: string) => zipEntry(bytes, `word/${name}.xml`) }
}

const paragraphs = (xml: string) =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    xml: paragraph,
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  }))
const sayings = (xml: string) => paragraphs(xml).map(({ text }) => text)
const saying = (xml: string, text: string) => {
  const found = paragraphs(xml).find((paragraph) => paragraph.text === text)
  if (!found) throw new Error(`no paragraph says ${text}`)
  return found.xml
}

describe('a bulletin in Word', () => {
  test('has the page of GB/T 9704: margins 37, 26, 35 and 28 mm, 22 lines of 28 characters, page numbers outside', async () => {
    const { document, part } = await write()
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    const line = Number(/<w:docGrid w:type="lines" w:linePitch="(\d+)"/.exec(document)?.[1])
    expect(Math.floor((16838 - 2098 - 1984) / line)).toBe(22)
    expect(part('settings')).toContain('<w:evenAndOddHeaders/>')
    expect(['footer1', 'footer2'].map((name) => /<w:jc w:val="(\w+)"/.exec(part(name))?.[1])).toEqual(['right', 'left'])
  })

  test('sets title, headings, text, number and annex titles in the fonts and sizes of the standard, named for every script', async () => {
    const { document } = await write()
    const title = saying(document, `关于《${PLAN_TITLE}》推进情况的通报`)
    expect(title).toContain('w:eastAsia="方正小标宋简体"')
    expect(title).toContain('<w:sz w:val="44"/>')
    expect(saying(document, '一、总体情况')).toContain('w:eastAsia="黑体"')
    const body = saying(document, `现将截至2024年3月15日《${PLAN_TITLE}》推进情况通报如下：`)
    expect(body).toContain('w:eastAsia="仿宋"')
    expect(body).toContain('<w:sz w:val="32"/>')
    expect(body).toContain('w:firstLineChars="200"')
    expect(saying(document, '附件1')).toContain('<w:pageBreakBefore/>')
    for (const run of document.match(/<w:r>.*?<\/w:r>/gs) ?? []) {
      const fonts = /<w:rFonts w:ascii="([^"]+)" w:cs="([^"]+)" w:eastAsia="([^"]+)" w:hAnsi="([^"]+)"\/>/.exec(run)?.slice(1)
      expect(new Set(fonts).size).toBe(1)
    }
    expect(document).not.toMatch(/asciiTheme|eastAsiaTheme|hAnsiTheme|cstheme/)
  })

  test('says everything that the sheet says, in its order', async () => {
    const { document, sheet } = await write()
    const said = sayings(document).filter(Boolean)
    const expected = [
      sheet.issuer,
      '第3期',
      sheet.title,
      '各牵头、配合部门：',
      ...[...sheet.opening, ...sheet.sections.flatMap(({ heading, blocks }) => [{ parts: [heading] }, ...blocks])].flatMap((block) =>
        'parts' in block ? [plainText(block.parts)] : 'prose' in block ? block.text.split('\n').filter(Boolean) : [],
      ),
      ...sheet.footer,
    ]
    let at = -1
    for (const text of expected) {
      const next = said.indexOf(text, at + 1)
      expect(next, text).toBeGreaterThan(at)
      at = next
    }
    expect(said.at(-1)).toBe(SHA)
  })

  test('has every row of each annex in a table whose header repeats', async () => {
    const { document, sheet } = await write()
    const tables = (document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).slice(-sheet.annexes.length)
    expect(sheet.annexes.map(({ label }) => label)).toEqual(['附件1', '附件2', '附件3', '附件4'])
    sheet.annexes.forEach(({ table }, index) => {
      const rows = tables[index]?.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
      expect(rows[0]).toContain('<w:tblHeader/>')
      expect(rows).toHaveLength(table.rows.length + 1)
      expect(sayings(rows[1] ?? '')[0]).toBe(plainText(table.rows[0]?.cells[0] ?? []))
    })
  })

  test('ends with issuer, day and who signed, then the annexes', async () => {
    const said = sayings((await write()).document)
    const day = said.indexOf('2024年3月15日')
    expect(said.slice(day - 1, day + 3)).toEqual([
      '满城区政府督查室',
      '2024年3月15日',
      '（签发人：副区长张某，2024年3月14日签发）',
      '附件1',
    ])
  })

  test('a draft has no number, no sign-off and no checksum, and says on every page what it is', async () => {
    const { document, part } = await write({ draft: true })
    const said = sayings(document)
    expect(said).toContain('征求意见稿')
    expect(said.join()).not.toMatch(/第3期|签发人|SHA-256/)
    expect([sayings(part('header1')), sayings(part('header2'))]).toEqual([['征求意见稿'], ['征求意见稿']])
  })

  test('has colour in the red head only, and none without it; demo data says so on every page', async () => {
    const colours = (xml: string) => new Set([...xml.matchAll(/w:(?:color w:val|color)="([0-9A-Fa-f]{6})"/g)].map(([, colour]) => colour))
    expect(colours((await write()).document)).toEqual(new Set(['FF0000']))
    const plain = await write({ redHead: false, demo: true })
    expect(colours(plain.document)).not.toContain('FF0000')
    expect(sayings(plain.document)[0]).toBe('第3期')
    expect(sayings(plain.part('header1'))).toEqual(['演示数据 DEMO DATA'])
  })

  test('bears marks that XML forbids or reserves', async () => {
    const { document } = await write({ prose: 'a<b>&"\u0000\u0007\ud800d]]>' })
    expect(sayings(document)).toContain('a&lt;b&gt;&amp;&quot;\ufffdd]]&gt;')
    expect(document.isWellFormed()).toBe(true)
  })
})
