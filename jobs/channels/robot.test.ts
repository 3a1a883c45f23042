import { describe, expect, it, vi } from 'vitest'
import { postToRobot, robotText } from '@/jobs/channels/robot'
import { type Answer, deadAddress, robotServer } from '@/jobs/channels/testing'

const posted = async (answer: Answer, forGood: number[] = [93000]) => {
  const { origin } = await robotServer(() => answer)
  return postToRobot(new URL(`${origin}/send?key=very-secret-key`), { text: '你好' }, forGood)
}

describe('a text for a robot', () => {
  it('is left alone up to the limit, and cut at a character above it, with the words that say so', () => {
    expect(robotText({ subject: '题', text: '文'.repeat(9) }, 32)).toBe(`题\n${'文'.repeat(9)}`)
    const cut = robotText({ subject: '题', text: '𠮷'.repeat(30) }, 64)
    expect(cut).toBe(`题\n${'𠮷'.repeat(8)}…（全文见系统）`)
    expect(Buffer.byteLength(JSON.stringify(cut)) - 2).toBeLessThanOrEqual(64)
  })

  it('is measured as it travels: what JSON escapes counts with its escapes', () => {
    for (const text of ['\n'.repeat(500), '"'.repeat(500), '\u0001'.repeat(500), '督'.repeat(500), 'é👍🏽'.repeat(100)]) {
      const cut = robotText({ subject: '题', text }, 300)
      expect(Buffer.byteLength(JSON.stringify(cut)) - 2).toBeLessThanOrEqual(300)
      expect(cut.isWellFormed()).toBe(true)
    }
  })
})

describe('a robot', () => {
  it('has taken a message if its own code is 0, whatever the HTTP status promises', async () => {
    expect(await posted({ body: { errcode: 0, errmsg: 'ok' } })).toEqual({ sent: true })
    expect(await posted({ body: { code: 0, msg: 'success', data: {} } })).toEqual({ sent: true })
    expect(await posted({ body: { errcode: 45009, errmsg: 'api freq out of limit' } })).toMatchObject({ permanent: false })
    expect(await posted({ body: { errcode: 93000, errmsg: 'invalid webhook url' } })).toMatchObject({ permanent: true })
    expect(await posted({ status: 400, body: { code: 19001, msg: 'param invalid' } }, [19001])).toMatchObject({ permanent: true })
    expect(await posted({ status: 502, body: { errcode: 0 } })).toMatchObject({ permanent: false })
  })

  it('that says "too often" under a code that can mean more is asked again', async () => {
    const words = { errcode: 300001, errmsg: 'send too fast, exceed 20 times per minute' }
    expect(await posted({ body: words }, [300001])).toMatchObject({ permanent: false })
    expect(await posted({ body: { ...words, errmsg: 'token is not exist' } }, [300001])).toMatchObject({ permanent: true })
  })

  it('is asked again after an unknown code, a busy server or an answer that is not its own', async () => {
    expect(await posted({ body: { errcode: 777, errmsg: '?' } })).toMatchObject({ permanent: false })
    expect(await posted({ status: 503, body: 'busy' })).toMatchObject({ failed: expect.stringMatching(/HTTP 503$/), permanent: false })
    expect(await posted({ status: 429, body: '' })).toMatchObject({ permanent: false })
    expect(await posted({ body: '<html>sign in to the network</html>' })).toMatchObject({ permanent: false })
    expect(await posted({ body: 'null' })).toMatchObject({ permanent: false })
    expect(await posted({ status: 404, body: 'no such page' })).toMatchObject({ permanent: true })
  })

  it('is not followed elsewhere: a redirect is a failure, and the message is not posted on', async () => {
    const { origin, requests } = await robotServer(({ url }) =>
      url.pathname === '/send' ? { status: 307, headers: { Location: '/elsewhere' }, body: '' } : { body: { errcode: 0 } },
    )
    expect(await postToRobot(new URL(`${origin}/send`), {}, [])).toMatchObject({ failed: expect.stringContaining('redirect') })
    expect(requests).toHaveLength(1)
  })

  it('that is down is asked again; the failure names the host and the reason, never the address', async () => {
    const host = await deadAddress()
    const result = await postToRobot(new URL(`http://${host}/send?key=very-secret-key`), {}, [])
    expect(result).toEqual({ failed: `${host}: ECONNREFUSED`, permanent: false })
  })

  it('has ten seconds to answer', async () => {
    const soon = AbortSignal.timeout(50)
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(soon)
    expect(await posted('silence')).toMatchObject({ failed: expect.stringMatching(/no answer within 10 s$/), permanent: false })
    expect(timeout).toHaveBeenCalledWith(10_000)
  })
})
