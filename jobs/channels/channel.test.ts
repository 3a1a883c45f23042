import { spawnSync } from 'node:child_process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { env } from '@/env'
import { configuredChannels, send } from '@/jobs/channels/channel'
import { message, NOW, robotServer, settings } from '@/jobs/channels/testing'
import { openMailServer } from '@/jobs/mail-server'

describe('the channels', () => {
  it('are those that are set up; none is needed', () => {
    expect(configuredChannels(settings())).toEqual([])
    expect(configuredChannels(settings({ SMTP_URL: 'smtp://mail', SMTP_FROM: 'a@b', FEISHU_WEBHOOK_URL: 'https://f/hook' }))).toEqual([
      'email',
      'feishu',
    ])
  })

  it('lead each to its own robot', async () => {
    const { origin, requests } = await robotServer(({ url }) => ({ body: url.pathname === '/feishu' ? { code: 0 } : { errcode: 0 } }))
    const all = settings({
      WECOM_WEBHOOK_URL: `${origin}/wecom`,
      DINGTALK_WEBHOOK_URL: `${origin}/dingtalk`,
      FEISHU_WEBHOOK_URL: `${origin}/feishu`,
    })
    for (const channel of configuredChannels(all)) expect(await send(channel, message(), all, NOW)).toEqual({ sent: true })
    expect(requests.map(({ url }) => url.pathname)).toEqual(['/wecom', '/dingtalk', '/feishu'])
  })

  it('that are not set up fail for now, as they may be tomorrow', async () => {
    expect(await send('email', message(), settings(), NOW)).toEqual({ failed: 'email is not set up', permanent: false })
  })

  it('tell a failure in one line of 500 characters, without a secret even if the other side repeats it', async () => {
    const { origin } = await robotServer(({ url }) => ({
      body: { errcode: 310000, errmsg: `sign\nnot match: ${url.pathname}${url.search} SEC-of-the-robot ${'长'.repeat(900)}` },
    }))
    const secret = { DINGTALK_WEBHOOK_URL: `${origin}/robot/send?access_token=the-secret-token`, DINGTALK_SECRET: 'SEC-of-the-robot' }
    const result = await send('dingtalk', message(), settings(secret), NOW)
    const { failed } = result as { failed: string }
    expect(failed).toContain('310000 sign not match: ***&timestamp')
    expect(failed).toHaveLength(500)
    expect(failed).not.toMatch(/the-secret-token|SEC-of-the-robot|\n/)
  })

  it('fail without naming anybody’s address', async () => {
    const { port, close } = await openMailServer()
    onTestFinished(close)
    const server = settings({ SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'ledger@example.gov.cn' })
    const result = await send('email', message({ to: ['gone.wang@example.gov.cn', '王平 的邮箱'] }), server, NOW)
    const { failed } = result as { failed: string }
    expect(failed).toContain('***@example.gov.cn')
    expect(failed).toContain('550')
    expect(failed).not.toMatch(/wang|王平/)
  })
})

// They use no database, so once is enough.
describe.skipIf(env.DATABASE_URL)('the settings of the channels', () => {
  const start = (given: Record<string, string>) => {
    const load = ['--import', 'tsx', '-e', "import('./env.ts').catch((error) => { console.error(error.message); process.exit(1) })"]
    const { status, stderr } = spawnSync(process.execPath, load, { env: { NODE_ENV: 'production' as const, ...given }, encoding: 'utf8' })
    return { status, stderr }
  }

  it('are refused at the start when one lacks its other half or cannot be read, without repeating a secret', () => {
    const incomplete = start({ SMTP_URL: 'smtp://u:secret-word@mail:25', DINGTALK_SECRET: 'secret-word', FEISHU_SECRET: 'secret-word' })
    expect(incomplete.status).toBe(1)
    expect(incomplete.stderr).toMatch(/is needed with SMTP_URL.*SMTP_FROM/s)
    expect(incomplete.stderr).toMatch(/is needed with DINGTALK_SECRET.*DINGTALK_WEBHOOK_URL/s)
    expect(incomplete.stderr).toMatch(/is needed with FEISHU_SECRET.*FEISHU_WEBHOOK_URL/s)
    expect(incomplete.stderr).not.toContain('secret-word')
    const unreadable = start({ SMTP_URL: 'smtp://u:100%secret-word@mail', SMTP_FROM: 'nobody', WECOM_WEBHOOK_URL: 'ftp://secret-word' })
    expect(unreadable.status).toBe(1)
    for (const name of ['SMTP_URL', 'SMTP_FROM', 'WECOM_WEBHOOK_URL']) expect(unreadable.stderr).toContain(name)
    expect(unreadable.stderr).not.toContain('secret-word')
  })

  it('are taken when they are whole', () => {
    const whole = { SMTP_URL: 'smtps://a%40b:p%25w@mail.example:465', SMTP_FROM: '督办台账 <ledger@example.gov.cn>' }
    expect(start({ ...whole, FEISHU_WEBHOOK_URL: 'https://open.feishu.cn/open-apis/bot/v2/hook/x', FEISHU_SECRET: 's' })).toEqual({
      status: 0,
      stderr: '',
    })
  })
})
