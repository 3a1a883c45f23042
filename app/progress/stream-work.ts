// The answer to a form whose work takes long: with JavaScript a line of JSON for each step and one for the end, without it the end alone.
import type { Progress } from '@/workers/works'

/** Where the result is, or why there is none, in words. */
export type WorkAnswer = { href: string } | { failed: string }
export type WorkLine = Progress | { result: { href: string } } | { failed: string }

type Work = (signal: AbortSignal, report: (progress: Progress) => void) => Promise<WorkAnswer>

export const LINES = 'application/x-ndjson'

/**
 * Does the work and answers the POST that asked for it: as lines of JSON (WorkLine) for LongWork, else by leading to the result (303), or
 * with the words of the failure (422). The work's signal aborts when the one who asked goes away or cancels.
 */
export async function streamWork(request: Request, work: Work): Promise<Response> {
  if (request.headers.get('accept') !== LINES) return leadTo(await work(request.signal, () => {}))
  const gone = new AbortController()
  const signal = AbortSignal.any([request.signal, gone.signal])
  const lines = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const put = (line: WorkLine) => {
        if (!signal.aborted) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`))
      }
      try {
        const answer = await work(signal, put)
        put('href' in answer ? { result: answer } : answer)
        if (!signal.aborted) controller.close()
      } catch (error) {
        if (!signal.aborted) controller.error(error)
        if (!signal.aborted) console.error('long work:', error)
      }
    },
    cancel: () => gone.abort(),
  })
  // not to be compressed: what is compressed waits until there is enough of it
  return new Response(lines, { headers: { 'content-type': LINES, 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' } })
}

function leadTo(answer: WorkAnswer): Response {
  if ('href' in answer) return new Response(null, { status: 303, headers: { location: answer.href } })
  return new Response(answer.failed, { status: 422, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
