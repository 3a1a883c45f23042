import { describe, expect, test } from 'vitest'
import { noticeDocx } from '@/documents/write/notice-docx'
import { issuedRows } from '@/documents/write/sample'
import { zipEntry } from '@/documents/write/zip-entry'
import type { NoticeText } from '@/domain/notice-text'

const tasks = issuedRows()
  .slice(0, 12)
  .map(({ number, title, measure, deadline }) => ({
    number,
    title,
    measure,
    deadline: `${deadline.issued}，延至2026年6月`,
    state: '推进中，进展40%，已逾期35天。',
  }))

const notice: NoticeText = {
  label: '满督〔2026〕1号',
  colour: 'red',
  issuer: '满城区政府督查室',
  redHead: true,
  department: '区人力资源和社会保障局',
  planTitle: '推动公立医院高质量发展重点任务分工',
  tasks,
  demand: '请逐项说明原因。\n\n抓紧办理。',
  replyBy: '2026年1月15日',
  issuedOn: '2026年1月5日',
  signedBy: { name: '张某', post: '副区长', on: '2026年1月4日' },
  voided: null,
  demo: false,
}

async function write(changes: Partial<NoticeText> = {}) {
  const bytes = Buffer.from(await noticeDocx({ ...notice, ...changes }))
  return {
    part: (name: string) => zipEntry(bytes, `word/${name}.xml`),
    document: zipEntry(bytes, 'word/document.xml'),
    relations: zipEntry(bytes, 'word/_rels/document.xml.rels'),
  }
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
const runs = (xml: string) => xml.match(/<w:r>.*?<\/w:r>/gs) ?? []
const attribute = (xml: string, tag: string, name: string) => Number(new RegExp(`<w:${tag} [^>]*w:${name}="(-?\\d+)"`).exec(xml)?.[1])

describe('a supervision notice in Word', () => {
  test('has the page of GB/T 9704: A4, 37, 26, 35 and 28 mm of margin', async () => {
    const { document } = await write()
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  })

  test('holds 22 lines of 28 characters on a page, not one more', async () => {
    const { document } = await write()
    const line = attribute(document, 'docGrid', 'linePitch')
    expect(document).toContain('<w:docGrid w:type="lines"')
    expect(Math.floor((16838 - 2098 - 1984) / line)).toBe(22)
    const body = saying(document, '抓紧办理。')
    expect(body).toContain(`w:line="${line}" w:lineRule="exact"`)
    const character = attribute(body, 'sz', 'val') * 10 + spacingOf(body)
    expect(Math.floor((11906 - 1474 - 1587) / character)).toBe(28)
  })

  test('names the font of every run for every script, and none of the theme', async () => {
    const { document, part } = await write({ demo: true })
    for (const xml of [document, ...['header1', 'header2', 'footer1', 'footer2'].map(part)]) {
      expect(runs(xml).length).toBeGreaterThan(0)
      for (const run of runs(xml)) {
        const fonts = /<w:rFonts w:ascii="([^"]+)" w:cs="([^"]+)" w:eastAsia="([^"]+)" w:hAnsi="([^"]+)"\/>/.exec(run)?.slice(1)
        expect(new Set(fonts).size).toBe(1)
        expect(['方正小标宋简体', '仿宋', '黑体', '楷体', '宋体']).toContain(fonts?.[0])
      }
    }
    for (const name of ['document', 'styles', 'header1', 'footer1', 'numbering', 'settings']) {
      expect(part(name)).not.toMatch(/[tT]heme(Color|Font|Tint|Shade|Fill)?="|asciiTheme|eastAsiaTheme|hAnsiTheme|cstheme/)
    }
  })

  test('sets the title in 二号小标宋, headings in 黑体, the text in 三号仿宋 two characters in', async () => {
    const { document } = await write()
    const title = saying(document, '红色督办单')
    expect(title).toContain('w:eastAsia="方正小标宋简体"')
    expect(title).toContain('<w:sz w:val="44"/>')
    expect(title).not.toContain('<w:color')
    expect(saying(document, '一、督办任务')).toContain('w:eastAsia="黑体"')
    const body = saying(document, '抓紧办理。')
    expect(body).toContain('w:eastAsia="仿宋"')
    expect(body).toContain('<w:sz w:val="32"/>')
    expect(body).toContain('w:firstLineChars="200"')
    expect(saying(document, '区人力资源和社会保障局：')).not.toContain('firstLine')
  })

  test('puts the page number at the outer edge: odd pages right, even pages left', async () => {
    const { document, part, relations } = await write()
    expect(part('settings')).toContain('<w:evenAndOddHeaders/>')
    const footers = ['default', 'even'].map((type) => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"`).exec(document)?.[1]
      return part(footerOf(relations, id))
    })
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1])).toEqual(['right', 'left'])
    for (const footer of footers) expect(sayings(footer)).toEqual(['—  —'])
  })

  test('says all of its tasks in a table whose header repeats on each page', async () => {
    const { document } = await write()
    const rows = document.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
    expect(rows[0]).toContain('<w:tblHeader/>')
    expect(sayings(rows[0] ?? '')).toEqual(['序号', '任务及具体措施', '完成时限', '目前情况'])
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(rows.slice(1, 13).map(sayings)).toEqual(
      tasks.map(({ number, title, measure, deadline, state }) => [String(number), title, measure, deadline, state]),
    )
  })

  test('keeps short rows whole and lets long ones run on to the next page', async () => {
    const [task] = tasks
    if (!task) throw new Error('no task')
    const { document } = await write({
      tasks: [
        { ...task, measure: '短' },
        { ...task, measure: '长'.repeat(400) },
      ],
    })
    const rows = document.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
    expect(rows.slice(0, 3).map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, false])
  })

  test('has colour in the red head only', async () => {
    const colours = (xml: string) => [...xml.matchAll(/w:(?:color w:val|color)="([0-9A-Fa-f]{6})"/g)].map(([, colour]) => colour)
    const red = (await write()).document
    expect(colours(saying(red, notice.issuer))).toEqual(['FF0000'])
    expect(colours(saying(red, notice.label))).toEqual(['FF0000'])
    expect(new Set(colours(red))).toEqual(new Set(['FF0000', '000000']))
    const plain = (await write({ redHead: false })).document
    expect(new Set(colours(plain))).toEqual(new Set(['000000']))
    expect(sayings(plain)[0]).toBe(notice.label)
    expect(saying(plain, notice.label)).toContain('<w:jc w:val="right"/>')
  })

  test('condenses the mark of an issuer with a long name so that it stays on one line', async () => {
    const issuer = '满城区深化医药卫生体制改革领导小组办公室'
    const mark = saying((await write({ issuer })).document, issuer)
    const points = attribute(mark, 'sz', 'val') / 2
    expect((points * issuer.length * attribute(mark, 'w', 'val')) / 100).toBeLessThan(442)
  })

  test('ends with issuer, day and who signed, then the slip', async () => {
    const said = sayings((await write()).document)
    const day = said.indexOf('2026年1月5日')
    expect(said.slice(day - 1, day + 2)).toEqual([notice.issuer, '2026年1月5日', '（签发人：副区长张某，2026年1月4日签发）'])
    expect(said.slice(day).filter((text) => text?.startsWith('签收'))).toEqual(['签收回执', '签收单位', '签收人', '签收日期'])
    expect(sayings((await write({ signedBy: null })).document).join('')).not.toContain('签发人')
  })

  test('a void notice says so first, and on every page', async () => {
    const { document, part } = await write({ voided: { on: '2026年1月8日', reason: '文号有误' } })
    expect(sayings(document)[0]).toBe('本督办单已于2026年1月8日作废。作废原因：文号有误')
    expect(sayings(part('header1'))).toEqual(['已作废'])
    expect(sayings(part('header2'))).toEqual(['已作废'])
  })

  test('a notice of demonstration data says so on every page', async () => {
    const { document, part } = await write({ demo: true })
    expect(document.match(/<w:headerReference w:type="(default|even)"/g)).toHaveLength(2)
    expect([sayings(part('header1')), sayings(part('header2'))]).toEqual([['演示数据'], ['演示数据']])
    expect((await write()).document).not.toContain('headerReference')
  })

  test('bears marks that XML forbids or reserves', async () => {
    const hostile = 'a<b>&"c\'\u0000\u0007\u001f\ufffe\ud800d]]>'
    const [task] = tasks
    if (!task) throw new Error('no task')
    const { document } = await write({
      issuer: hostile,
      department: hostile,
      planTitle: hostile,
      demand: hostile,
      tasks: [{ ...task, title: hostile, measure: hostile }],
      voided: { on: '2026年1月8日', reason: hostile },
    })
    expect(sayings(document)).toContain('a&lt;b&gt;&amp;&quot;c&apos;\ufffdd]]&gt;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden
    expect(document).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    expect(document.isWellFormed()).toBe(true)
  })
})

/** The spacing of the paragraph's run, in twips. */
const spacingOf = (xml: string) => Number(/<w:rPr>.*?<w:spacing w:val="(-?\d+)"\/>/s.exec(xml)?.[1])

/** The name of the footer that the document knows by this id. */
const footerOf = (relations: string, id: string | undefined) => {
  const relation = (relations.match(/<Relationship [^>]*>/g) ?? []).find((tag) => tag.includes(`Id="${id}"`))
  return /footer\d/.exec(relation ?? '')?.[0] ?? ''
}
