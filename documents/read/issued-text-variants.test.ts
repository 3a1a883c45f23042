import { describe, expect, test } from 'vitest'
import { changed, HEADER, MANCHENG, meaning, tableOf } from '@/documents/read/sample'

describe('the same table written otherwise reads the same', () => {
  const asIssued = meaning(tableOf(MANCHENG))
  const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  const broken = (before: string, after: string) => changed(before + after, `${before}\n\n\n${after}`)

  test.each<[string, string]>([
    ['Windows line ends', MANCHENG.replaceAll('\n', '\r\n')],
    ['old Mac line ends', MANCHENG.replaceAll('\n', '\r')],
    ['spaces at the ends of lines', MANCHENG.replace(/(\S)\n/g, '$1 \u3000\n')],
    ['no blank lines between rows', MANCHENG.replace(/\n\n+\t/g, '\n\t')],
    ['a deeper indent, as pasted from Word', MANCHENG.replace(/^\t/gm, '\t\t ')],
    ['an indent of spaces', MANCHENG.replace(/^\t/gm, '    ')],
    ['spaces before the tab', MANCHENG.replace(/^\t/gm, ' \t')],
    ['full-width row numbers', MANCHENG.replace(/^\t\d+$/gm, wide)],
    ['spaces in the header', changed('\t任务描述\n', '\t任 务　描 述\n')],
    ['a header broken over lines', changed('\t责任部门\n', '\t责任\n\n部门\n')],
    ['the header again after a page break', changed('\t53\n', `\f${HEADER}\n\t53\n`)],
    ['the header again inside a row', changed('\t52\n\n\n', `\t52\n\f\n${HEADER}`)],
    ['form feeds between the rows', MANCHENG.replace(/^\t(\d+)$/gm, '\f\t$1')],
    ['a page break in a number', changed('\t52\n', '\t5\f\n2\n')],
    ['a page break in a goal', changed('（十四）推动医疗服务', '（十四）推动医疗\f\n服务')],
    ['a page break in a title', changed('加快审核新增', '加快审核\n\f\n新增')],
    ['a page break in a measure', broken('开通审核绿色通道，', '对其他省份')],
    ['a page break between departments', changed('区委网信办\n\n区科技局', '区委网信办\f区科技局')],
    ['a page break in a department', MANCHENG.replace('区人力资源和\n\n社会保障局', '区人力资源和\f\n\n\n社会保障局')],
    ['a page break in a deadline', changed('\t2024年12月', '\t2024年\f\n12月')],
    ['a page break after every cell', MANCHENG.replace(/\n\t/g, '\n\f\n\t')],
    ['departments parted by 、', changed('区卫生健康局  区医疗保障局', '区卫生健康局、区医疗保障局')],
    ['departments parted by a full-width comma at the line’s end', changed('区卫生健康局  区医疗保障局', '区卫生健康局，\n区医疗保障局')],
    ['departments parted by half-width marks', changed('区卫生健康局  区医疗保障局', '区卫生健康局; 区医疗保障局')],
    ['departments parted by a full-width space', changed('区卫生健康局  区医疗保障局', '区卫生健康局　区医疗保障局')],
    ['a department broken where a name could end', MANCHENG.replace('区人力资源和\n\n社会保障局', '区人力资源和社会\n\n保障局')],
    ['a goal repeated in place of a merged cell', MANCHENG.replace('\t91\n\t\n', '\t91\n\t（二十二）落实工作责任\n')],
    ['no “附件” above the title', MANCHENG.replace('附件\n', '')],
    ['a number after “附件”', MANCHENG.replace('附件', '附件 2：')],
    ['a title broken over lines', changed('高质量发展重点任务分工', '高质量\n\n发展重点任务分工')],
  ])('%s', (_, text) => {
    expect(meaning(tableOf(text))).toEqual(asIssued)
  })

  test('a deadline in full-width characters falls due on the same day', () => {
    const row = tableOf(changed('\t2024年12月', '\t２０２４年１２月')).rows[29]
    expect(row?.deadline).toEqual({ issued: '２０２４年１２月', precision: 'month', dueOn: '2024-12-31' })
  })

  test('half-width brackets round a goal’s number are kept as issued', () => {
    const row = tableOf(changed('（九）优化医院岗位管理', '(九) 优化医院岗位管理')).rows[29]
    expect(row?.goal).toEqual({ number: 9, name: '优化医院岗位管理', text: '(九) 优化医院岗位管理' })
  })

  test('two Latin words keep a space where their line is broken', () => {
    expect(tableOf(changed('推广后勤智慧化', '推广smart\nhospital后勤')).rows[41]?.measure).toContain('推广smart hospital后勤')
  })
})
