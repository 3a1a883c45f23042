// What leaves the house, in Chinese: a subject that says how much it is, and the messages grouped by task, with the way to the ledger.

import { createTranslator } from 'use-intl/core'
import type { WaitingMessage } from '@/db/queries/messages-to-hand-on'
import { numberText } from '@/domain/task-number'
import { messageText } from '@/messages/message-text'
import words from '@/messages/zh-CN.json'

type Told = Pick<WaitingMessage, 'kind' | 'words'>
/** `greeted` stands at the top. `link` leads to the inbox; without one the text goes without. */
export type Frame = { greeted: string | null; link: string | null; demo: boolean }

const LINES_MOST = 40
const QUOTE_MOST = 200
const LOCALE = 'zh-CN'
const t = createTranslator({ locale: LOCALE, messages: words, timeZone: 'Asia/Shanghai' })

/** For e-mail, in full. The subject names the first task. */
export function compose(messages: readonly Told[], frame: Frame): { subject: string; text: string } {
  const told = inOrder(messages)
  const tasks = Map.groupBy(told.slice(0, LINES_MOST), ({ words }) => words.number)
  const lines = [...tasks].flatMap(([number, own]) => [
    ...(number === undefined ? [] : [t('outbox.task', { number: numberText(number), title: own[0]?.words.title ?? '' })]),
    ...own.map(lineOf),
  ])
  const head = frame.greeted && t('outbox.greeting', { name: frame.greeted })
  return { subject: framed(subjectOf(told), frame), text: textOf([head, ...lines], told.length - LINES_MOST, frame) }
}

/**
 * For a group robot, which everyone in the group reads: which department has how much to read, of what kind and about which tasks; nothing
 * of what was written, no titles and nobody's name.
 */
export function composeForGroup(messages: readonly Told[], frame: Frame): { subject: string; text: string } {
  const told = inOrder(messages)
  const tasks = [...Map.groupBy(told, ({ words }) => words.number)]
  const lines = tasks.slice(0, LINES_MOST).map(([number, own]) => {
    const kinds = [...new Set(own.map(({ kind, words }) => t(`outbox.kinds.${kind}`, { count: words.count ?? 0 })))].join('、')
    return number === undefined ? t('outbox.groupOther', { kinds }) : t('outbox.groupTask', { number: numberText(number), kinds })
  })
  const head = t('outbox.groupHead', { name: frame.greeted ?? '', count: told.length })
  const more = tasks.slice(LINES_MOST).reduce((sum, [, own]) => sum + own.length, 0)
  return { subject: framed(subjectOf(told), frame), text: textOf([head, ...lines], more, frame) }
}

/** To find out whether a channel works. */
export const testMessage = (frame: Frame): { subject: string; text: string } => ({
  subject: framed(t('outbox.testSubject', { name: t('app.name') }), frame),
  text: [t('outbox.testText'), frame.link && t('outbox.link', { link: frame.link })].filter(Boolean).join('\n'),
})

/** In the order of the tasks, what speaks of none last. */
const inOrder = (messages: readonly Told[]): Told[] =>
  messages.toSorted((a, b) => (a.words.number ?? Number.POSITIVE_INFINITY) - (b.words.number ?? Number.POSITIVE_INFINITY) || 0)

function textOf(lines: readonly (string | null)[], more: number, { link, demo }: Frame): string {
  const foot = [more > 0 && t('outbox.more', { count: more }), link && `\n${t('outbox.link', { link })}`, demo && t('outbox.demo')]
  return [...lines, ...foot].filter(Boolean).join('\n')
}

function subjectOf(told: readonly Told[]): string {
  const name = t('app.name')
  const number = told.find(({ words }) => words.number !== undefined)?.words.number
  if (number === undefined) return t('outbox.subjectOther', { name, count: told.length })
  return told.length === 1
    ? t('outbox.subjectOne', { name, number: numberText(number) })
    : t('outbox.subjectMany', { name, number: numberText(number), count: told.length })
}

const framed = (subject: string, { demo }: Frame): string => (demo ? `【${t('app.demo')}】${subject}` : subject)

function lineOf({ kind, words: said }: Told): string {
  const text = messageText(t, LOCALE, kind, said)
  const quote = (said.text ?? '').trim().replace(/\s+/g, ' ')
  if (quote === '') return t('outbox.line', { text })
  const short = [...quote]
  return t('outbox.lineWith', { text, quote: short.length > QUOTE_MOST ? `${short.slice(0, QUOTE_MOST).join('')}…` : quote })
}
