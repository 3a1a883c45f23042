// How messages leave the house: e-mail and the group robots of WeCom, DingTalk and Feishu, each only if it is set up in env.ts.
// Plain functions without a database: what is sent, when and how often again is the outbox's business.
import type { Instant } from '@/domain/calendar'
import type { env } from '@/env'
import { sendByDingtalk } from '@/jobs/channels/dingtalk'
import { sendByFeishu } from '@/jobs/channels/feishu'
import { sendBySmtp } from '@/jobs/channels/smtp'
import { sendByWecom } from '@/jobs/channels/wecom'

export const CHANNELS = ['email', 'wecom', 'dingtalk', 'feishu'] as const
export type Channel = (typeof CHANNELS)[number]

export type Outgoing = {
  /** Stays the same over retries: the Message-ID is made from it, so that a mail server can drop a duplicate. Robots cannot. */
  id: string
  /** E-mail addresses; empty for robots. */
  to: readonly string[]
  subject: string
  text: string
}

/** A failure is a value. Permanent: trying again cannot help (bad address, key revoked); a person has to look at it. */
export type Sent = { sent: true } | { failed: string; permanent: boolean }

export type ChannelSettings = Pick<
  typeof env,
  'SMTP_URL' | 'SMTP_FROM' | 'WECOM_WEBHOOK_URL' | 'DINGTALK_WEBHOOK_URL' | 'DINGTALK_SECRET' | 'FEISHU_WEBHOOK_URL' | 'FEISHU_SECRET'
>

const LONGEST_FAILURE = 500
/** What stands before the domain of an address. */
const MAILBOX = /[^\s<>()[\],;:"\\@]+@/gu
/** Shorter pieces ("send", the end of a robot's path) are words, not secrets. */
const SHORTEST_SECRET = 6

/** The channels that are set up, in the order of CHANNELS. */
export function configuredChannels(settings: ChannelSettings): Channel[] {
  const configured: Record<Channel, boolean> = {
    email: Boolean(settings.SMTP_URL && settings.SMTP_FROM),
    wecom: Boolean(settings.WECOM_WEBHOOK_URL),
    dingtalk: Boolean(settings.DINGTALK_WEBHOOK_URL),
    feishu: Boolean(settings.FEISHU_WEBHOOK_URL),
  }
  return CHANNELS.filter((channel) => configured[channel])
}

/**
 * Sends one message, once. `now` is the true instant (`realNow`): robots refuse a signature that is an hour off.
 * The text of a failure is one line of at most 500 characters, without the secrets of the settings
 * and without anybody's address: of `a@example.gov.cn` it says `***@example.gov.cn`.
 */
export async function send(channel: Channel, message: Outgoing, settings: ChannelSettings, now: Instant): Promise<Sent> {
  const result = await deliver(channel, message, settings, now)
  return 'failed' in result ? { ...result, failed: presentable(result.failed, settings) } : result
}

async function deliver(channel: Channel, message: Outgoing, settings: ChannelSettings, now: Instant): Promise<Sent> {
  const { SMTP_URL, SMTP_FROM, WECOM_WEBHOOK_URL, DINGTALK_WEBHOOK_URL, FEISHU_WEBHOOK_URL } = settings
  if (channel === 'email' && SMTP_URL && SMTP_FROM) return sendBySmtp(message, { url: SMTP_URL, from: SMTP_FROM }, now)
  if (channel === 'wecom' && WECOM_WEBHOOK_URL) return sendByWecom(message, WECOM_WEBHOOK_URL)
  if (channel === 'dingtalk' && DINGTALK_WEBHOOK_URL)
    return sendByDingtalk(message, { url: DINGTALK_WEBHOOK_URL, secret: settings.DINGTALK_SECRET }, now)
  if (channel === 'feishu' && FEISHU_WEBHOOK_URL)
    return sendByFeishu(message, { url: FEISHU_WEBHOOK_URL, secret: settings.FEISHU_SECRET }, now)
  return { failed: `${channel} is not set up`, permanent: false }
}

function presentable(failure: string, settings: ChannelSettings): string {
  const masked = secretsOf(settings).reduce((text, secret) => text.replaceAll(secret, '***'), failure)
  return masked
    .replace(MAILBOX, '***@')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_FAILURE)
    .replace(/[\uD800-\uDBFF]$/, '')
}

/** Longest first, so that a piece is not masked out of the middle of the whole. */
function secretsOf(settings: ChannelSettings): string[] {
  const robots = [settings.WECOM_WEBHOOK_URL, settings.DINGTALK_WEBHOOK_URL, settings.FEISHU_WEBHOOK_URL]
    .filter((url) => url !== undefined)
    .map((url) => new URL(url))
  const password = settings.SMTP_URL ? new URL(settings.SMTP_URL).password : ''
  return [
    settings.SMTP_URL ?? '',
    password,
    decodeURIComponent(password),
    settings.DINGTALK_SECRET ?? '',
    settings.FEISHU_SECRET ?? '',
    ...robots.flatMap((url) => [url.href, url.pathname + url.search, ...url.searchParams.values(), url.pathname.split('/').at(-1) ?? '']),
  ]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
}
