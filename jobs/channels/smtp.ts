import { createTransport } from 'nodemailer'
import type { Instant } from '@/domain/calendar'
import type { Outgoing, Sent } from '@/jobs/channels/channel'

const CONNECTING_MS = 10_000
const SILENCE_MS = 20_000

/** nodemailer would mend what is not an address and send to whatever comes out. */
const ADDRESS = /^[^\s<>()[\],;:"\\@]+@[^\s<>()[\],;:"\\@]+$/

/** As nodemailer throws or reports it: `responseCode` is what the server said, absent if it was not reached. */
type Refusal = { message: string; code?: string; responseCode?: number; recipient?: string }

/**
 * Sends one e-mail in plain text to all its addresses. Permanent (RFC 5321, 4.2.1): the server answered 5xx, to an address, the content or
 * the sign-in, or there is no address; 4xx and everything about the connection is temporary. Where the server takes some addresses only,
 * the message counts as failed and the others are named, so that nobody is left out in silence.
 */
export async function sendBySmtp(message: Outgoing, server: { url: string; from: string }, now: Instant): Promise<Sent> {
  const url = new URL(server.url)
  const addresses = message.to.filter((address) => ADDRESS.test(address))
  const unusable = message.to.filter((address) => !ADDRESS.test(address)).map(() => NOT_AN_ADDRESS)
  if (addresses.length === 0) return failure(url.host, unusable.length > 0 ? unusable : [NOT_AN_ADDRESS])
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : undefined,
    secure: url.protocol === 'smtps:',
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
    dnsTimeout: CONNECTING_MS,
    connectionTimeout: CONNECTING_MS,
    greetingTimeout: CONNECTING_MS,
    socketTimeout: SILENCE_MS,
  })
  try {
    const taken = await transport.sendMail({
      messageId: messageId(message.id, server.from),
      date: new Date(now),
      from: server.from,
      to: addresses.map((address) => ({ name: '', address })),
      subject: message.subject,
      text: message.text.replace(/\r?\n/g, '\r\n'), // Base64 keeps line breaks as they are, and mail's are CRLF (RFC 2045, 6.8)
      textEncoding: 'base64',
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    const left = [...unusable, ...refusedBy(taken)]
    return left.length > 0 ? failure(url.host, left) : { sent: true }
  } catch (error) {
    const each = refusedBy(error as Refusal)
    return failure(url.host, each.length > 0 ? each : [error as Refusal])
  } finally {
    transport.close()
  }
}

/** The same for the same message, in the sender's domain. */
function messageId(id: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1).replace('>', '')
  return `<${encodeURIComponent(id)}@${domain}>`
}

function failure(host: string, refusals: readonly Refusal[]): Sent {
  const words = refusals.map(({ recipient, message }) => (recipient ? `${recipient}: ${message}` : message))
  return { failed: `${host}: ${words.join('; ')}`, permanent: refusals.every(isPermanent) }
}

/** One refusal for each address that the server did not take; the types of nodemailer leave them out. */
const refusedBy = (result: object): Refusal[] => (result as { rejectedErrors?: Refusal[] }).rejectedErrors ?? []

/** The text is left out: it may be most of an address. */
const NOT_AN_ADDRESS: Refusal = { message: 'not an e-mail address', code: 'EENVELOPE' }

/** Without an answer, only what could not be addressed at all is the message's own fault. */
const isPermanent = ({ responseCode, code }: Refusal): boolean => (responseCode ? responseCode >= 500 : code === 'EENVELOPE')
