import { expect, it } from 'vitest'
import { message, robotServer } from '@/jobs/channels/testing'
import { sendByWecom } from '@/jobs/channels/wecom'

it('a WeCom robot gets subject and text as plain text, in at most 2048 bytes', async () => {
  const { origin, requests } = await robotServer(({ raw }) =>
    Buffer.byteLength(JSON.parse(raw).text.content) <= 2048 ? { body: { errcode: 0, errmsg: 'ok' } } : { body: { errcode: 40058 } },
  )
  const url = `${origin}/cgi-bin/webhook/send?key=693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa`
  expect(await sendByWecom(message(), url)).toEqual({ sent: true })
  expect(requests[0]?.url.searchParams.get('key')).toBe('693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa')
  expect(requests[0]?.headers['content-type']).toContain('application/json')
  expect(JSON.parse(requests[0]?.raw ?? '')).toEqual({
    msgtype: 'text',
    text: { content: '督办提醒\n贵单位有3项任务将于30日内到期。\n请及时报送进展。' },
  })

  expect(await sendByWecom(message({ text: '督'.repeat(1000) }), url)).toEqual({ sent: true })
  const { content } = JSON.parse(requests[1]?.raw ?? '').text
  expect(Buffer.byteLength(content)).toBeGreaterThan(2040)
  expect(content).toMatch(/督…（全文见系统）$/)
})

it('a WeCom robot that was removed from its group is not asked again, one that is asked too often is', async () => {
  const removed = await robotServer(() => ({ body: { errcode: 93000, errmsg: 'invalid webhook url, hint: [1795312800]' } }))
  expect(await sendByWecom(message(), removed.origin)).toMatchObject({ permanent: true })
  const busy = await robotServer(() => ({ body: { errcode: 45009, errmsg: 'api freq out of limit' } }))
  expect(await sendByWecom(message(), busy.origin)).toMatchObject({ permanent: false })
})
