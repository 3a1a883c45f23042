// What the three group robots have in common: one JSON message posted to a secret address, and an answer whose own code says
// whether it was taken: a refusal comes with HTTP 200 too.
import type { Sent } from '@/jobs/channels/channel'

const TIMEOUT_MS = 10_000
const CUT_MARK = '…（全文见系统）'

/** The robots give one code several meanings; a limit on how often is always temporary, whatever its number. */
const TOO_OFTEN = /too fast|too many|freq|限流|太快/i

/**
 * Posts a message to a robot, with 10 seconds to answer and no redirects. A refusal with one of the codes `forGood` is permanent, as is
 * HTTP 401, 403, 404 or 410 without a code; anything else (no connection, too often, busy, unknown code) is worth another try.
 */
export async function postToRobot(url: URL, message: object, forGood: readonly number[]): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return verdict(url.host, response, await response.text(), forGood)
  } catch (error) {
    return { failed: `${url.host}: ${reasonOf(error)}`, permanent: false }
  }
}

/** Subject and text in one, cut at a character so that it takes at most `limit` bytes inside a JSON document. */
export function robotText(message: { subject: string; text: string }, limit: number): string {
  const whole = `${message.subject}\n${message.text}`
  if (bytesInJson(whole) <= limit) return whole
  const room = limit - bytesInJson(CUT_MARK)
  let bytes = 0
  let end = 0
  for (const character of whole) {
    bytes += bytesInJson(character)
    if (bytes > room) break
    end += character.length
  }
  return whole.slice(0, end) + CUT_MARK
}

function verdict(host: string, response: Response, body: string, forGood: readonly number[]): Sent {
  const answer = answerIn(body)
  if (response.ok && answer?.code === 0) return { sent: true }
  if (answer && answer.code !== 0)
    return {
      failed: `${host}: ${answer.code} ${answer.words}`,
      permanent: forGood.includes(answer.code) && !TOO_OFTEN.test(answer.words),
    }
  if (response.ok) return { failed: `${host}: the answer is not a robot's`, permanent: false }
  return { failed: `${host}: HTTP ${response.status}`, permanent: [401, 403, 404, 410].includes(response.status) }
}

/** WeCom and DingTalk say errcode and errmsg, Feishu code and msg. */
function answerIn(body: string): { code: number; words: string } | null {
  try {
    const { errcode, errmsg, code, msg } = JSON.parse(body)
    const number = errcode ?? code
    return typeof number === 'number' ? { code: number, words: String(errmsg ?? msg ?? '') } : null
  } catch {
    return null
  }
}

/** fetch hides the reason in `cause`; its own message can hold the address, which is secret. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed'
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`
  const cause = error.cause instanceof Error ? error.cause : null
  return (cause && 'code' in cause ? String(cause.code) : cause?.message) ?? 'no connection'
}

const bytesInJson = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2
