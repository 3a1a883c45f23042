import { expect, test } from 'vitest'
import { writeColumnsCsv, writeCsv } from '@/documents/write/csv'
import { ledgerColumns } from '@/documents/write/ledger-columns'
import { issuedRows, ledgerLabels } from '@/documents/write/sample'

test('begins with a byte order mark, ends each line with CRLF, leaves nothing for null', () => {
  expect(
    writeCsv(
      ['序号', '任务'],
      [
        [1, '甲'],
        [2, null],
      ],
    ),
  ).toBe('\uFEFF序号,任务\r\n1,甲\r\n2,\r\n')
})

test('quotes what RFC 4180 asks to quote', () => {
  expect(writeCsv(['a'], [['x,y'], ['说"好"'], ['两\n行'], ['两\r\n行'], ['']])).toBe(
    '\uFEFFa\r\n"x,y"\r\n"说""好"""\r\n"两\n行"\r\n"两\r\n行"\r\n\r\n',
  )
})

test.each(['=1+1', '+x', '-x', '@x', '\tx', '＝1+1', '-5'])('the text %j cannot become a formula', (text) => {
  expect(writeCsv([], [[text]])).toBe(`\uFEFF\r\n'${text}\r\n`)
})

test('a text that begins with a carriage return is made safe and quoted', () => {
  expect(writeCsv([], [['\r=1']])).toBe('\uFEFF\r\n"\'\r=1"\r\n')
})

test('numbers stay numbers, also negative ones', () => {
  expect(writeCsv([], [[-5, 0, 2.5]])).toBe('\uFEFF\r\n-5,0,2.5\r\n')
})

test('the ledger as CSV has each row whole, with its goal and title', () => {
  const csv = writeColumnsCsv(ledgerColumns(ledgerLabels), issuedRows())
  const lines = csv.split('\r\n')
  expect(lines).toHaveLength(93)
  expect(lines[0]).toBe(
    '\uFEFF序号,目标任务,任务描述,具体措施,责任部门,完成时限,批准时限,延期次数,申请延期,灯,状态,进展(%),序时(%),核查(%),逾期天数,办结日期,最近报送',
  )
  expect(lines[4]).toBe(
    '4,（二）推动医疗资源均衡布局,合理布局医疗卫生资源,县级区域，原则上设置1个县办综合医院和1个县办中医类医院。,区卫生健康局,2025年12月,,,,○ 正常,未启动,0,0,,,,',
  )
})
