import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { feishuSignature, sendByFeishu } from '@/jobs/channels/feishu'
import { message, NOW, type Request, robotServer } from '@/jobs/channels/testing'

const SECRET = 'SECtest-secret-0001'

it("a Feishu signature is the one that another program's HMAC gives", () => {
  // python3: hmac.new(f'{timestamp}\n{secret}', b'', sha256), base64
  expect(feishuSignature('1795312800', SECRET)).toBe('ug0UUHDFMZBT2v57xYldKuPeE+Jb4RB/qTpvRRkMzHs=')
})

it('a Feishu robot accepts the message by the signature in its body', async () => {
  const { origin, requests } = await robotServer(checked)
  const robot = { url: `${origin}/open-apis/bot/v2/hook/the-token`, secret: SECRET }
  expect(await sendByFeishu(message(), robot, NOW)).toEqual({ sent: true })
  expect(JSON.parse(requests[0]?.raw ?? '')).toEqual({
    timestamp: '1795312800',
    sign: 'ug0UUHDFMZBT2v57xYldKuPeE+Jb4RB/qTpvRRkMzHs=',
    msg_type: 'text',
    content: { text: '督办提醒\n贵单位有3项任务将于30日内到期。\n请及时报送进展。' },
  })
  expect(await sendByFeishu(message(), { ...robot, secret: 'another' }, NOW)).toMatchObject({ permanent: true })
})

it('without a secret nothing is signed; a request stays below 20 KB; a busy hour is temporary', async () => {
  const { origin, requests } = await robotServer(() => ({ body: { code: 11232, msg: 'frequency limited psm' } }))
  expect(await sendByFeishu(message({ text: '<at>督办"\n'.repeat(9000) }), { url: origin }, NOW)).toMatchObject({ permanent: false })
  expect(Object.keys(JSON.parse(requests[0]?.raw ?? ''))).toEqual(['msg_type', 'content'])
  expect(Buffer.byteLength(requests[0]?.raw ?? '')).toBeLessThanOrEqual(20_000)
})

it('words in a task cannot call everybody in the group', async () => {
  const { origin, requests } = await robotServer(() => ({ body: { code: 0 } }))
  await sendByFeishu(message({ text: '<at user_id="all">所有人</at> 床位数<800' }), { url: origin }, NOW)
  expect(JSON.parse(requests[0]?.raw ?? '').content.text).toBe('督办提醒\n＜at user_id="all">所有人＜/at> 床位数<800')
})

/** HMAC over nothing, written out (RFC 2104); the key fits one block. */
function checked({ raw }: Request) {
  const { timestamp, sign } = JSON.parse(raw)
  const block = Buffer.alloc(64)
  block.write(`${timestamp}\n${SECRET}`)
  const pad = (byte: number) => Buffer.from(block.map((each) => each ^ byte))
  const inner = createHash('sha256').update(pad(0x36)).digest()
  const expected = createHash('sha256').update(pad(0x5c)).update(inner).digest('base64')
  return { body: sign === expected ? { code: 0, msg: 'success' } : { code: 19021, msg: 'sign match fail' } }
}
