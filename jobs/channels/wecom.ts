import type { Outgoing, Sent } from '@/jobs/channels/channel'
import { postToRobot, robotText } from '@/jobs/channels/robot'

/** The longest content of a text message, in bytes of UTF-8 (developer.work.weixin.qq.com, document 91770). */
const LIMIT = 2048

/** Wrong type, wrong parameter, empty, too long, not JSON; address not valid or robot removed, robot stopped, not in the group. */
const FOR_GOOD = [40008, 40058, 44004, 45002, 47001, 93000, 93004, 93008]

/** Sends by a WeCom (企业微信) group robot: plain text of at most 2048 bytes. The robot takes 20 messages a minute. */
export function sendByWecom(message: Outgoing, url: string): Promise<Sent> {
  return postToRobot(new URL(url), { msgtype: 'text', text: { content: robotText(message, LIMIT) } }, FOR_GOOD)
}
