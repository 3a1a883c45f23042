import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { dingtalkSignature, sendByDingtalk } from '@/jobs/channels/dingtalk'
import { message, NOW, type Request, robotServer } from '@/jobs/channels/testing'

const SECRET = 'SECtest-secret-0001'

it("a DingTalk signature is the one that another program's HMAC gives", () => {
  // python3: hmac.new(secret, f'{timestamp}\n{secret}', sha256), base64, urllib.parse.quote_plus
  const expected = 'tv6u8gQuVCUKK00tQUyr%2FYE82bee6ePrD5tnztSw%2Fuk%3D'
  expect(encodeURIComponent(dingtalkSignature('1795312800000', SECRET))).toBe(expected)
})

it('a DingTalk robot accepts the message by its signature, and its address is kept', async () => {
  const { origin, requests } = await robotServer(checked)
  const robot = { url: `${origin}/robot/send?access_token=the-token`, secret: SECRET }
  expect(await sendByDingtalk(message(), robot, NOW)).toEqual({ sent: true })
  expect(requests[0]?.url.search).toBe(
    '?access_token=the-token&timestamp=1795312800000&sign=tv6u8gQuVCUKK00tQUyr%2FYE82bee6ePrD5tnztSw%2Fuk%3D',
  )
  expect(JSON.parse(requests[0]?.raw ?? '')).toEqual({
    msgtype: 'text',
    text: { content: '督办提醒\n贵单位有3项任务将于30日内到期。\n请及时报送进展。' },
  })
})

it('a DingTalk robot refuses another secret for good', async () => {
  const { origin } = await robotServer(checked)
  const robot = { url: `${origin}/robot/send?access_token=the-token`, secret: 'SECanother' }
  expect(await sendByDingtalk(message(), robot, NOW)).toEqual({
    failed: `${new URL(origin).host}: 310000 sign not match`,
    permanent: true,
  })
})

it('without a secret nothing is signed; a long message keeps within 20,000 bytes; too often is temporary', async () => {
  const { origin, requests } = await robotServer(() => ({ body: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' } }))
  const long = message({ text: '督办\n'.repeat(9000) })
  expect(await sendByDingtalk(long, { url: `${origin}/robot/send?access_token=t` }, NOW)).toMatchObject({ permanent: false })
  expect(requests[0]?.url.search).toBe('?access_token=t')
  expect(Buffer.byteLength(requests[0]?.raw ?? '')).toBeLessThanOrEqual(20_000)
})

/** HMAC written out (RFC 2104), so that the check does not rest on what it checks. */
function checked({ url }: Request) {
  const timestamp = url.searchParams.get('timestamp')
  const block = Buffer.alloc(64)
  block.write(SECRET)
  const pad = (byte: number) => Buffer.from(block.map((each) => each ^ byte))
  const inner = createHash('sha256').update(pad(0x36)).update(`${timestamp}\n${SECRET}`).digest()
  const sign = createHash('sha256').update(pad(0x5c)).update(inner).digest('base64')
  return { body: url.searchParams.get('sign') === sign ? { errcode: 0, errmsg: 'ok' } : { errcode: 310000, errmsg: 'sign not match' } }
}
