// The bulletin opens with the sentence of the home page, word for word: the one is a message, the other stands in a document.
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { sampleBulletin } from '@/documents/write/bulletin-sample'
import { plainText } from '@/domain/bulletin-sheet'
import { dayText } from '@/messages/day-text'
import zhCN from '@/messages/zh-CN.json'

test('the first sentences of a bulletin are those of the home page', () => {
  const t = createTranslator({ locale: 'zh-CN', messages: zhCN, namespace: 'home' })
  const { sections } = sampleBulletin()
  const [first] = sections[0]?.blocks ?? []
  const said = first && 'parts' in first ? plainText(first.parts) : ''
  const numbers = [...said.replace(/\d+年\d+月\d+日/, '').matchAll(/\d+/g)].map(Number)
  const [
    total = 0,
    closed = 0,
    withdrawn = 0,
    open = 0,
    overdue = 0,
    leads = 0,
    otherOverdue = 0,
    due = 0,
    done = 0,
    late = 0,
    waiting = 0,
    early = 0,
  ] = numbers
  const plain = (text: unknown) => String(text)
  const tags = (...names: string[]) => Object.fromEntries(names.map((name) => [name, (inner: unknown) => plain(inner)]))
  const sentence = t.markup('sentence', {
    ...{ total, closed, withdrawn, open, overdue, leads, otherOverdue, basis: 'approved' },
    ...tags('toAll', 'toClosed', 'toWithdrawn', 'toOpen', 'toLate', 'toLeads', 'toOther'),
  } as never)
  const dueSentence = t.markup('dueSentence', {
    ...{ day: dayText('2024-03-15', 'zh-CN'), due, done, missing: due - done, late, waiting, early },
    ...tags('toDue', 'toDone', 'toLate', 'toWaiting', 'toEarly'),
  } as never)
  expect(said).toBe(`${sentence}${dueSentence}`)
  expect(total).toBe(closed + withdrawn + open)
})
