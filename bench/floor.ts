// The floor: how fast plain Node hands out the same bytes under the same headers. A process of its own, as the ledger is.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Answer } from '@/bench/client'

const file = process.argv[2] ?? ''
const { status, headers }: Pick<Answer, 'status' | 'headers'> = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
const body = readFileSync(file)

const server = createServer((_, response) => {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const at = server.address()
  if (at !== null && typeof at !== 'string') process.stdout.write(`${at.port}\n`)
})
