import { createHmac } from 'node:crypto'
import type { Instant } from '@/domain/calendar'
import type { Outgoing, Sent } from '@/jobs/channels/channel'
import { postToRobot, robotText } from '@/jobs/channels/robot'

/** Bytes: the whole request may have 20 KB (open.feishu.cn, guide to custom robots), and the frame around the text needs some of them. */
const LIMIT = 19_500

/** Malformed request; address not valid, wrong parameter; refused by the robot's safety settings (signature, address of the sender, keyword). */
const FOR_GOOD = [9499, 19001, 19002, 19021, 19022, 19024]

/** Sends by a Feishu (飞书) group robot, signed if there is a secret: plain text. The robot takes 100 messages a minute, 5 a second. */
export function sendByFeishu(message: Outgoing, robot: { url: string; secret?: string }, now: Instant): Promise<Sent> {
  const timestamp = String(Math.floor(Date.parse(now) / 1000))
  const signed = robot.secret ? { timestamp, sign: feishuSignature(timestamp, robot.secret) } : {}
  const text = robotText({ subject: withoutMentions(message.subject), text: withoutMentions(message.text) }, LIMIT)
  return postToRobot(new URL(robot.url), { ...signed, msg_type: 'text', content: { text } }, FOR_GOOD)
}

/** Base64; `timestamp` in seconds. Unlike DingTalk's: what is signed is the key, and the data are empty. */
export const feishuSignature = (timestamp: string, secret: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).digest('base64')

/** `<at user_id="all">` in a text calls everybody in the group; a task's words must not. The full-width sign makes it words again. */
const withoutMentions = (text: string): string => text.replace(/<(?=\/?at\b)/gi, '＜')
