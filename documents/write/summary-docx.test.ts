import { expect, it } from 'vitest'
import { sourceOf, summaryDocx, titleLines } from '@/documents/write/summary-docx'
import { zipEntry } from '@/documents/write/zip-entry'

const document = {
  title: '2024年工作总结',
  issuer: '满城区卫生健康局',
  writtenOn: '2024-12-31',
  text: {
    opening: [{ text: '共91项任务。', tasks: [], from: '台账' }],
    sections: [
      {
        heading: '一、主要工作',
        parts: [
          { heading: '（一）加快建设', sentences: [{ text: '引进名医2名。', tasks: [1, 2_000_017 - 1_000_000], from: '区卫生健康局' }] },
        ],
      },
    ],
  },
  demo: false,
}
const xmlOf = async (sources: boolean, entry: string) => String(zipEntry(Buffer.from(await summaryDocx({ ...document, sources })), entry))

it('has the page, title and body of an official document', async () => {
  const xml = await xmlOf(true, 'word/document.xml')
  expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
  expect(xml).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/>.*?<w:sz w:val="44"\/>.*?2024年工作总结/)
  expect(xml).toMatch(/w:eastAsia="仿宋"[^>]*\/>.*?<w:sz w:val="32"\/>.*?引进名医2名。/)
})

it('says at each sentence which tasks it came from, or leaves that out', async () => {
  expect(await xmlOf(true, 'word/document.xml')).toContain('<w:footnoteReference w:id="2"/>')
  expect(await xmlOf(true, 'word/footnotes.xml')).toContain('第1、2-17项（区卫生健康局）')
  expect(await xmlOf(false, 'word/document.xml')).not.toContain('footnoteReference')
  expect(sourceOf({ tasks: [], from: '' })).toBe('')
})

it('breaks a long title between its parts only', () => {
  expect(titleLines('《重点任务分工》2024年工作总结')).toEqual(['《重点任务分工》2024年工作总结'])
  expect(titleLines('《推动公立医院高质量发展重点任务分工》2024年工作总结')).toEqual([
    '《推动公立医院高质量发展重点任务分工》',
    '2024年工作总结',
  ])
  expect(titleLines('区卫生健康局落实《推动公立医院高质量发展重点任务分工》2024年1月1日至2024年6月30日工作总结')).toEqual([
    '区卫生健康局落实',
    '《推动公立医院高质量发展重点任务分工》',
    '2024年1月1日至2024年6月30日工作总结',
  ])
  expect(titleLines('推动公立医院高质量发展重点任务分工2024年工作总结')).toEqual(['推动公立医院高质量发展重点任务分工', '2024年工作总结'])
})
