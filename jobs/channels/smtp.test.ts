import { type AddressInfo, createServer, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sendBySmtp } from '@/jobs/channels/smtp'
import { deadAddress, message, NOW } from '@/jobs/channels/testing'

const FROM = '督办台账 <ledger@example.gov.cn>'
const to = (...addresses: string[]) => message({ to: addresses })

describe('an e-mail', () => {
  it('arrives in plain text, in Chinese, marked as automatic, under a Message-ID that is the same when it is sent again', async () => {
    const { url, mails, commands, connections } = await smtpServer()
    expect(await sendBySmtp(to('a@example.gov.cn', 'b@example.gov.cn'), { url, from: FROM }, NOW)).toEqual({ sent: true })
    expect(await sendBySmtp(to('a@example.gov.cn'), { url, from: FROM }, NOW)).toEqual({ sent: true })
    expect(commands).toContain('RCPT TO:<b@example.gov.cn>')
    await expect.poll(() => connections.size).toBe(0)
    const [first, second] = mails.map(parsed)
    expect(first?.headers).toMatchObject({
      subject: '督办提醒',
      from: '督办台账 <ledger@example.gov.cn>',
      to: 'a@example.gov.cn, b@example.gov.cn',
      date: 'Sun, 22 Nov 2026 02:00:00 +0000',
      'message-id': '<message-1@example.gov.cn>',
      'auto-submitted': 'auto-generated',
      'content-type': 'text/plain; charset=utf-8',
    })
    expect(first?.text).toBe('贵单位有3项任务将于30日内到期。\r\n请及时报送进展。')
    expect(second?.headers['message-id']).toBe(first?.headers['message-id'])
  })

  it('cannot be given another header by its subject', async () => {
    const { url, mails } = await smtpServer()
    const crafted = { ...to('a@example.gov.cn'), subject: 'x\r\nBcc: c@example.com' }
    expect(await sendBySmtp(crafted, { url, from: FROM }, NOW)).toEqual({ sent: true })
    expect(parsed(mails[0] ?? '').headers.bcc).toBeUndefined()
  })

  it('signs in with the decoded user and password of the address; a refused password is permanent', async () => {
    const { url, commands } = await smtpServer()
    const signedIn = (password: string) => url.replace('//', `//ledger%40example.gov.cn:${password}@`)
    expect(await sendBySmtp(to('a@example.gov.cn'), { url: signedIn('p%2Fw%25'), from: FROM }, NOW)).toEqual({ sent: true })
    expect(commands).toContain(`AUTH PLAIN ${btoa('\0ledger@example.gov.cn\0p/w%')}`)
    expect(await sendBySmtp(to('a@example.gov.cn'), { url: signedIn('wrong'), from: FROM }, NOW)).toMatchObject({ permanent: true })
  })
})

describe('a failure to send an e-mail', () => {
  it('is temporary when the server is down, hangs up or answers 4xx', async () => {
    const host = await deadAddress()
    const down = await sendBySmtp(to('a@example.gov.cn'), { url: `smtp://${host}`, from: FROM }, NOW)
    expect(down).toMatchObject({ failed: expect.stringContaining(`${host}: connect ECONNREFUSED`), permanent: false })

    const { url } = await smtpServer()
    const busy = await sendBySmtp(to('busy@example.gov.cn'), { url, from: FROM }, NOW)
    expect(busy).toMatchObject({ failed: expect.stringContaining('451 try later'), permanent: false })

    const closing = await smtpServer({ greeting: null })
    expect(await sendBySmtp(to('a@example.gov.cn'), { url: closing.url, from: FROM }, NOW)).toMatchObject({ permanent: false })
  })

  it('is permanent when the server answers 5xx, or there is no address', async () => {
    const { url, mails } = await smtpServer()
    const gone = await sendBySmtp(to('gone@example.gov.cn'), { url, from: FROM }, NOW)
    expect(gone).toMatchObject({ failed: expect.stringContaining('gone@example.gov.cn: '), permanent: true })
    expect(gone).toMatchObject({ failed: expect.stringContaining('550 no such user') })
    for (const none of [to(), to(''), to('a b@example.gov.cn'), to('a@example.gov.cn>\r\nRCPT TO:<b@example.com'), to('a@b.cn,c@d.cn')])
      expect(await sendBySmtp(none, { url, from: FROM }, NOW)).toMatchObject({ permanent: true })
    expect(mails).toEqual([])
  })

  it('names those who were refused while others got it, and is worth another try while one of them may still get it', async () => {
    const { url, mails } = await smtpServer()
    const one = await sendBySmtp(to('a@example.gov.cn', 'gone@example.gov.cn'), { url, from: FROM }, NOW)
    expect(one).toMatchObject({ failed: expect.stringContaining('gone@example.gov.cn: '), permanent: true })
    const two = await sendBySmtp(to('busy@example.gov.cn', 'gone@example.gov.cn'), { url, from: FROM }, NOW)
    expect(two).toMatchObject({ failed: expect.stringMatching(/451.*550/s), permanent: false })
    const three = await sendBySmtp(to('a@example.gov.cn', '无'), { url, from: FROM }, NOW)
    expect(three).toMatchObject({ failed: expect.stringContaining('not an e-mail address'), permanent: true })
    expect(mails).toHaveLength(2)
  })
})

/** A mail server for one test: gone@ is 550, busy@ is 451, the password is `p/w%`. `greeting: null` hangs up at once. */
async function smtpServer({ greeting = '220 mail.example ESMTP' }: { greeting?: string | null } = {}) {
  const commands: string[] = []
  const mails: string[] = []
  const connections = new Set<Socket>()
  const server = createServer((socket) => {
    connections.add(socket.on('close', () => connections.delete(socket)).on('error', () => {}))
    if (greeting === null) return void socket.end()
    const say = (line: string) => socket.write(`${line}\r\n`)
    let waiting = ''
    let inMail = false
    socket.setEncoding('utf8').on('data', (chunk) => {
      waiting += chunk
      for (let end = waiting.indexOf(inMail ? '\r\n.\r\n' : '\r\n'); end >= 0; end = waiting.indexOf(inMail ? '\r\n.\r\n' : '\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + (inMail ? 5 : 2))
        if (inMail) mails.push(line)
        else commands.push(line)
        say(inMail ? '250 kept' : reply(line))
        inMail = !inMail && line === 'DATA'
      }
    })
    say(greeting)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of connections) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, commands, mails, connections }
}

function reply(command: string): string {
  if (command.startsWith('EHLO')) return '250-mail.example\r\n250 AUTH PLAIN'
  if (command.startsWith('AUTH')) return atob(command.slice(11)).endsWith('\0p/w%') ? '235 welcome' : '535 no'
  if (command.startsWith('RCPT TO:<gone@')) return '550 no such user'
  if (command.startsWith('RCPT TO:<busy@')) return '451 try later'
  return command === 'DATA' ? '354 go on' : '250 ok'
}

/** Headers by lower-case name, unfolded, with their encoded words in plain; the text from base64. */
function parsed(mail: string) {
  const [head = '', body = ''] = mail.split(/\r\n\r\n(.*)/s)
  const word = (_: string, encoding: string, text: string) =>
    Buffer.from(
      encoding === 'B' ? text : text.replace(/_/g, ' ').replace(/=(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      encoding === 'B' ? 'base64' : 'latin1',
    ).toString()
  const headers: Record<string, string> = Object.fromEntries(
    head
      .replace(/\r\n\s+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)])
      .map(([name, value = '']) => [name, value.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/g, word)]),
  )
  return { headers, text: Buffer.from(body, 'base64').toString() }
}
