import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { MESSAGE_KINDS } from '@/domain/messages'
import english from '@/messages/en.json'
import { messageText } from '@/messages/message-text'
import chinese from '@/messages/zh-CN.json'

const zh = createTranslator({ locale: 'zh-CN', messages: chinese })
const en = createTranslator({ locale: 'en', messages: english as typeof chinese })

describe('a message in words', () => {
  it('exists for every kind in both languages, with whatever the message has', () => {
    for (const kind of MESSAGE_KINDS) {
      const words = { who: '王督查', day: '2025-12-10', label: '满督〔2025〕1号', count: 3 }
      expect(messageText(zh, 'zh-CN', kind, words), kind).not.toMatch(/inbox\.|\{|undefined/)
      expect(messageText(en, 'en', kind, words), kind).not.toMatch(/inbox\.|\{|undefined|[，。]/)
      expect(messageText(zh, 'zh-CN', kind, {})).not.toMatch(/inbox\.|\{/)
    }
  })

  it('names days, years and reporting periods as people do', () => {
    const text = (...[kind, words]: [Parameters<typeof messageText>[2], Parameters<typeof messageText>[3]]) =>
      messageText(zh, 'zh-CN', kind, words)
    expect(text('overdue', { day: '2025-11-30' })).toBe('已逾期，时限是2025年11月30日')
    expect(text('stage_missing', { count: 2025 })).toBe('还没有报2025年的阶段成果')
    expect(text('report_due', { who: '区科技局', label: '2025-12', day: '2025-12-25', count: 3 })).toBe(
      '2025年12月的进展须在2025年12月25日前报送，区科技局还有3项没有报',
    )
    expect(text('report_due', { who: '区科技局', label: '2025-Q4', day: '2025-12-25', count: 3 })).toContain('2025年第四季度的进展')
    expect(messageText(en, 'en', 'report_due', { who: 'X', label: '2025-Q4', day: '2025-12-25', count: 1 })).toBe(
      'Reports for Q4 2025 are due on 25 December 2025; X has 1 task to report',
    )
    expect(text('nudged', { who: '王督查', count: 3 })).toBe('王督查催办3项任务')
    expect(text('nudged', { who: '王督查' })).toBe('王督查催办')
  })
})
