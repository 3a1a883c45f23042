// The process that `runWork` starts: does one work, says how far it is, answers, and ends. It ends too when its parent is gone.
import { inParts } from '@/workers/in-parts'
import { type WorkName, type WorkResult, works } from '@/workers/works'

process.once('disconnect', () => process.exit(1))
process.once('message', ({ name, input }: { name: WorkName; input: never }) => {
  const report = (progress: { done: number; total: number }) => void process.send?.({ progress })
  works[name](input, report).then(
    (result: WorkResult<WorkName>) => {
      const { parts, rest } = inParts(result)
      for (const part of parts) process.send?.({ part })
      process.send?.({ done: rest }, () => process.exit(0))
    },
    (error: unknown) => {
      console.error(`${name}:`, error)
      process.exit(1)
    },
  )
})
