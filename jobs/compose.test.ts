import { describe, expect, it } from 'vitest'
import { compose, testMessage } from '@/jobs/compose'

const frame = { greeted: '区科技局', link: null, demo: false }
const comment = (number: number, text: string) => ({
  kind: 'commented' as const,
  words: { number, title: '建设医联体', who: '王督查', text },
})

describe('what leaves the house', () => {
  it('says in the subject how much it is, task by task in their order', () => {
    const report = { kind: 'report_due' as const, words: { who: '区科技局', label: '2025-12', day: '2025-12-25', count: 2 } }
    const { subject, text } = compose([report, comment(48, ''), comment(47, '请抓紧')], frame)
    expect(subject).toBe('督办台账：第47项等3件事')
    expect(text.split('\n')).toEqual([
      '区科技局：',
      '第47项　建设医联体',
      '· 王督查留言：请抓紧',
      '第48项　建设医联体',
      '· 王督查留言',
      '· 2025年12月的进展须在2025年12月25日前报送，区科技局还有2项没有报',
    ])
    expect(compose([report], frame).subject).toBe('督办台账：1件事')
  })

  it('stays short: long texts are cut at a character, and after 40 matters it points to the ledger', () => {
    const { text } = compose([comment(1, '𠮷'.repeat(300))], frame)
    expect([...text].length).toBeLessThan(260)
    expect(text).toMatch(/𠮷…$/u)
    expect(
      compose(
        Array.from({ length: 45 }, (_, index) => comment(index + 1, '请')),
        frame,
      ).text,
    ).toContain('其余5件请到系统里看。')
  })

  it('of demo data says that it is none', () => {
    const demo = { ...frame, demo: true, link: 'https://ledger.example/messages' }
    expect(compose([comment(1, '请')], demo).subject).toBe('【演示数据】督办台账：第1项')
    expect(compose([comment(1, '请')], demo).text).toContain('演示数据')
    expect(testMessage(demo).subject).toBe('【演示数据】督办台账：测试消息')
  })
})
