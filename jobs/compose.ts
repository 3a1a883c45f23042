// What leaves the house, in Chinese: a subject that says how much it is, and the messages grouped by task, with the way to the ledger.
import { createTranslator } from 'use-intl/core'
import type { WaitingMessage } from '@/db/queries/messages-to-hand-on'
import { messageText } from '@/messages/message-text'
import words from '@/messages/zh-CN.json'

type Told = Pick<WaitingMessage, 'kind' | 'words'>
/** `greeted` stands at the top. `link` leads to the inbox; without one the text goes without. */
export type Frame = { greeted: string | null; link: string | null; demo: boolean }

const LINES_MOST = 40
const QUOTE_MOST = 200
const LOCALE = 'zh-CN'
const t = createTranslator({ locale: LOCALE, messages: words, timeZone: 'Asia/Shanghai' })

/** In the order of the tasks, what speaks of none last. The subject names the first task. */
export function compose(messages: readonly Told[], frame: Frame): { subject: string; text: string } {
  const told = messages.toSorted((a, b) => (a.words.number ?? Number.POSITIVE_INFINITY) - (b.words.number ?? Number.POSITIVE_INFINITY) || 0)
  const tasks = Map.groupBy(told.slice(0, LINES_MOST), ({ words }) => words.number)
  const lines = [...tasks].flatMap(([number, own]) => [
    ...(number === undefined ? [] : [t('outbox.task', { number, title: own[0]?.words.title ?? '' })]),
    ...own.map(lineOf),
  ])
  const text = [
    frame.greeted && t('outbox.greeting', { name: frame.greeted }),
    ...lines,
    told.length > LINES_MOST && t('outbox.more', { count: told.length - LINES_MOST }),
    frame.link && `\n${t('outbox.link', { link: frame.link })}`,
    frame.demo && t('outbox.demo'),
  ]
  return { subject: framed(subjectOf(told), frame), text: text.filter(Boolean).join('\n') }
}

/** To find out whether a channel works. */
export const testMessage = (frame: Frame): { subject: string; text: string } => ({
  subject: framed(t('outbox.testSubject', { name: t('app.name') }), frame),
  text: [t('outbox.testText'), frame.link && t('outbox.link', { link: frame.link })].filter(Boolean).join('\n'),
})

function subjectOf(told: readonly Told[]): string {
  const name = t('app.name')
  const number = told.find(({ words }) => words.number !== undefined)?.words.number
  if (number === undefined) return t('outbox.subjectOther', { name, count: told.length })
  return told.length === 1 ? t('outbox.subjectOne', { name, number }) : t('outbox.subjectMany', { name, number, count: told.length })
}

const framed = (subject: string, { demo }: Frame): string => (demo ? `【${t('app.demo')}】${subject}` : subject)

function lineOf({ kind, words: said }: Told): string {
  const text = messageText(t, LOCALE, kind, said)
  const quote = (said.text ?? '').trim().replace(/\s+/g, ' ')
  if (quote === '') return t('outbox.line', { text })
  const short = [...quote]
  return t('outbox.lineWith', { text, quote: short.length > QUOTE_MOST ? `${short.slice(0, QUOTE_MOST).join('')}…` : quote })
}
