// An unexpected console.error fails the test in which it was printed. A test that expects one spies on it itself.
import { afterEach, beforeEach, vi } from 'vitest'

let printed: unknown[][] = []

beforeEach(() => {
  printed = []
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    printed.push(words)
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  if (printed.length > 0) throw new Error(`unexpected console.error: ${printed.map((words) => words.join(' ')).join('\n')}`)
})
