import { createHmac } from 'node:crypto'
import type { Instant } from '@/domain/calendar'
import type { Outgoing, Sent } from '@/jobs/channels/channel'
import { postToRobot, robotText } from '@/jobs/channels/robot'

/** Bytes: the whole message may have 20,000, and the frame around the text needs a few of them. */
const LIMIT = 19_500

/**
 * Missing parameter, wrong content type, wrong kind of message, too long, forbidden content; token or robot unknown, robot stopped, group
 * dissolved; refused by the robot's safety settings (keyword, signature, address of the sender).
 */
const FOR_GOOD = [40035, 43004, 400105, 460101, 430101, 430102, 430103, 430104, 300001, 300005, 400101, 400102, 400106, 400013, 310000]

/** Sends by a DingTalk (钉钉) group robot, signed if there is a secret: plain text. The robot takes 20 messages a minute. */
export function sendByDingtalk(message: Outgoing, robot: { url: string; secret?: string }, now: Instant): Promise<Sent> {
  const url = new URL(robot.url)
  if (robot.secret) {
    const timestamp = String(Date.parse(now))
    url.searchParams.set('timestamp', timestamp)
    url.searchParams.set('sign', dingtalkSignature(timestamp, robot.secret))
  }
  return postToRobot(url, { msgtype: 'text', text: { content: robotText(message, LIMIT) } }, FOR_GOOD)
}

/** Base64; `timestamp` in milliseconds. The secret is the key, and stands in the signed text as well. */
export const dingtalkSignature = (timestamp: string, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
