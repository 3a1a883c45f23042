// One signed-in client: the bytes as they come over the wire, and the sign-in form as a browser without JavaScript posts it.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { BenchAccount } from '@/bench/generate'

export type Answer = { status: number; headers: Record<string, string | string[]>; body: Buffer }

/** Asks once, with the headers that every request of a run carries. The body stays as it was sent, compressed or not. */
export async function ask(url: string, headers: Record<string, string>): Promise<Answer> {
  const [response] = (await once(get(url, { headers, agent: false }), 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const { connection: _, 'transfer-encoding': __, date: ___, ...kept } = response.headers
  return { status: response.statusCode ?? 0, headers: kept as Answer['headers'], body: Buffer.concat(chunks) }
}

/** Stores an answer for bench/floor.ts. */
export function store(file: string, { status, headers, body }: Answer): void {
  writeFileSync(`${file}.json`, JSON.stringify({ status, headers }))
  writeFileSync(file, body)
}

/** Signs in through the page's own form; answers the cookie header of the session. */
export async function signIn(address: string, { username, password }: BenchAccount): Promise<string> {
  const page = await fetch(`${address}/sign-in`)
  const markup = await page.text()
  const html = [...markup.matchAll(/<form[^>]*>.*?<\/form>/gs)].map(([form]) => form).find((form) => form.includes('name="password"'))
  if (!html) throw new Error('the sign-in page has no form')
  const form = new FormData()
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(input, 'name')
    if (name && attribute(input, 'type') === 'hidden') form.append(name, attribute(input, 'value'))
  }
  form.set('username', username)
  form.set('password', password)
  const response = await fetch(`${address}/sign-in`, { method: 'POST', headers: { origin: address }, body: form, redirect: 'manual' })
  const cookies = response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => cookie.includes('ledger-session'))
  if (cookies.length === 0) throw new Error(`signing in was refused (${response.status})`)
  return cookies.join('; ')
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
