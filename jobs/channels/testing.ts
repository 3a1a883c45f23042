import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { ChannelSettings, Outgoing } from '@/jobs/channels/channel'

export const NOW = '2026-11-22T02:00:00.000Z'

export const message = (more: Partial<Outgoing> = {}): Outgoing => ({
  id: 'message-1',
  to: [],
  subject: '督办提醒',
  text: '贵单位有3项任务将于30日内到期。\n请及时报送进展。',
  ...more,
})

export const settings = (more: Partial<ChannelSettings> = {}): ChannelSettings => ({
  SMTP_URL: undefined,
  SMTP_FROM: undefined,
  WECOM_WEBHOOK_URL: undefined,
  DINGTALK_WEBHOOK_URL: undefined,
  DINGTALK_SECRET: undefined,
  FEISHU_WEBHOOK_URL: undefined,
  FEISHU_SECRET: undefined,
  ...more,
})

export type Request = { url: URL; headers: IncomingHttpHeaders; raw: string }
export type Answer = { status?: number; headers?: Record<string, string>; body: unknown } | 'silence'

/** A robot's server on this machine for one test: it keeps what it was sent, and answers as told (an object as JSON). */
export async function robotServer(answer: (request: Request) => Answer) {
  const requests: Request[] = []
  const server = createServer((incoming, outgoing) => {
    let raw = ''
    incoming.setEncoding('utf8').on('data', (chunk) => {
      raw += chunk
    })
    incoming.on('end', () => {
      const request = { url: new URL(incoming.url ?? '/', 'http://robot'), headers: incoming.headers, raw }
      requests.push(request)
      const told = answer(request)
      if (told === 'silence') return
      outgoing.writeHead(told.status ?? 200, { 'Content-Type': 'application/json', ...told.headers })
      outgoing.end(typeof told.body === 'string' ? told.body : JSON.stringify(told.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { requests, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** An address at which nothing listens. */
export async function deadAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return `127.0.0.1:${port}`
}
