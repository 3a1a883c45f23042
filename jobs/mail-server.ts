// For tests only: a mail server on this machine that takes everything and keeps it; nobody whose name begins with `gone` has a mailbox.
import { type AddressInfo, createServer, type Socket } from 'node:net'

export type Mail = { to: string[]; id: string; subject: string; text: string }

/** On `port`, or on a free one. What was taken stands in `mails`. */
export async function openMailServer(port = 0): Promise<{ port: number; mails: Mail[]; close: () => Promise<void> }> {
  const mails: Mail[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => {}))
    talk(socket, mails)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function talk(socket: Socket, mails: Mail[]): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let kept = ''
  let to: string[] = []
  let inData = false
  const take = (line: string) => {
    if (/^DATA/i.test(line)) inData = true
    if (/^MAIL/i.test(line)) to = []
    const recipient = /^RCPT TO:<(.*)>/i.exec(line)?.[1]
    if (recipient?.startsWith('gone')) return say(`550 <${recipient}> has no mailbox here`)
    if (recipient) to.push(recipient)
    say(inData ? '354 go on' : /^QUIT/i.test(line) ? '221 bye' : '250 ok')
  }
  say('220 mail.example ESMTP')
  socket.setEncoding('utf8').on('data', (chunk) => {
    kept += chunk
    for (;;) {
      const end = inData ? '\r\n.\r\n' : '\r\n'
      const at = kept.indexOf(end)
      if (at < 0) return
      const part = kept.slice(0, at)
      kept = kept.slice(at + end.length)
      if (!inData) {
        take(part)
        continue
      }
      inData = false
      mails.push({ to, ...parsed(part) })
      say('250 taken')
    }
  })
}

function parsed(mail: string): Omit<Mail, 'to'> {
  const [head = '', body = ''] = mail.split(/\r\n\r\n/, 2)
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const header = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  return { id: header('message-id'), subject: decoded(header('subject')), text: Buffer.from(body, 'base64').toString('utf8') }
}

/** Encoded words (RFC 2047), as they come: base64 or quoted-printable in UTF-8. */
const decoded = (text: string): string =>
  text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(word, 'base64').toString('utf8')
      : Buffer.from(
          word.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  )
