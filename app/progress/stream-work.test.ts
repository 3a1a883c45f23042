import { expect, it, vi } from 'vitest'
import { LINES, streamWork, type WorkAnswer } from '@/app/progress/stream-work'

const asked = (accept: string, signal?: AbortSignal) => new Request('http://localhost/', { method: 'POST', headers: { accept }, signal })
const linesOf = async (answer: Response) =>
  (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

it('says step by step how far it is, and where the result is', async () => {
  const answer = await streamWork(asked(LINES), async (_, report) => {
    report({ done: 1, total: 2 })
    return { href: '/there' }
  })
  expect(answer.headers.get('cache-control')).toContain('no-transform')
  expect(await linesOf(answer)).toEqual([{ done: 1, total: 2 }, { result: { href: '/there' } }])
})

it('leads to the result where there is no JavaScript, and says in words why there is none', async () => {
  const there = await streamWork(asked('text/html'), async () => ({ href: '/there' }))
  expect([there.status, there.headers.get('location')]).toEqual([303, '/there'])
  const failed = await streamWork(asked('text/html'), async () => ({ failed: '超时' }))
  expect([failed.status, await failed.text()]).toEqual([422, '超时'])
})

it('tells the work when nobody waits any more', async () => {
  const aborted = vi.fn()
  const answer = await streamWork(asked(LINES), (signal) => {
    return new Promise<WorkAnswer>((resolve) =>
      signal.addEventListener('abort', () => {
        aborted()
        resolve({ failed: '' })
      }),
    )
  })
  await answer.body?.cancel()
  expect(aborted).toHaveBeenCalledOnce()
})
