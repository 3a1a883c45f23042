import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { EVENT_KINDS } from '@/domain/events'
import { LIGHTS, PARTS, ROLES, STATES } from '@/domain/words'
import { CLIENT_NAMESPACES } from '@/messages/client-messages'
import english from '@/messages/en.json'
import { messageArguments } from '@/messages/message-arguments'
import { clientNamespaces, sources, usedKeys } from '@/messages/used-keys'
import chinese from '@/messages/zh-CN.json'

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )

const zh = new Map(flat(chinese))
const en = new Map(flat(english))

describe('messages', () => {
  it('both languages have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  })

  it('no message is empty', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '' && !text.includes(' '))).toEqual([])
  })

  it('both languages take the same arguments', () => {
    const differing = [...zh].filter(([key, text]) => String(messageArguments(text)) !== String(messageArguments(en.get(key) ?? '')))
    expect(differing).toEqual([])
  })

  it('every message can be formatted', () => {
    const wrong: string[] = []
    for (const [locale, messages] of [
      ['zh-CN', chinese],
      ['en', english],
    ] as const) {
      const t = createTranslator({ locale, messages: messages as Tree, timeZone: 'UTC', onError: (error) => wrong.push(error.message) })
      for (const [key, text] of flat(messages)) t.markup(key as never, dummies(text) as never)
    }
    expect(wrong).toEqual([])
  })

  it('every code of the domain has a word', () => {
    const named = (space: string, codes: readonly string[]) => codes.filter((code) => !zh.has(`${space}.${code}`))
    expect([...named('roles', ROLES), ...named('states', STATES), ...named('lights', LIGHTS), ...named('parts', PARTS)]).toEqual([])
    expect(named('eventKinds', EVENT_KINDS)).toEqual([])
  })

  it('every key that the pages name exists', () => {
    const spaces = [...zh.keys()]
    const missing = sources()
      .flatMap(usedKeys)
      .filter(({ key, open }) => (open ? !spaces.some((known) => known.startsWith(key)) : !zh.has(key)))
    expect(missing).toEqual([])
  })

  it('the browser gets every namespace that client components name', () => {
    const sent: readonly string[] = CLIENT_NAMESPACES
    expect(
      sources()
        .flatMap(clientNamespaces)
        .filter(({ namespace }) => !sent.includes(namespace)),
    ).toEqual([])
  })
})

describe('the arguments of a message', () => {
  it('are found in plain places, inside branches and as tags, and keywords of branches are none', () => {
    expect(messageArguments('{n, plural, one {<b>{who}</b> day} other {# {unit}}} of {day}')).toEqual(['b', 'day', 'n', 'unit', 'who'])
    expect(messageArguments('{n, plural, one {day} other {days}}')).toEqual(['n'])
  })
})

function dummies(text: string): Record<string, unknown> {
  return Object.fromEntries(messageArguments(text).map((name) => [name, text.includes(`<${name}>`) ? (chunks: string) => chunks : 1]))
}
