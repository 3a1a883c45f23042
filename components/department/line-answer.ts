import type { ActionState } from '@/components/ui/action-state'

/** What the server said about the fields that begin with `field`, and what was typed there; values are undefined unless they are kept. */
export type LineAnswer = {
  errors: [name: string, message: string][]
  typed: (name: string) => string | undefined
  saved: boolean
  /** The event that stands in its way. */
  collidesWith: string | number | undefined
}

export function lineAnswer(state: ActionState, field: string): LineAnswer {
  const start = `${field}.`
  const errors = Object.entries(state.fieldErrors ?? {}).filter(([name]) => name.startsWith(start))
  return {
    errors: errors.map(([name, message]) => [name.slice(start.length), message]),
    typed: (name) => state.values?.[start + name],
    collidesWith: state.data?.[`${field}.seq`],
    saved: String(state.data?.saved ?? '')
      .split(' ')
      .includes(field),
  }
}

/** The numbers of the lines of a row that the server gave back, ascending; always the first. */
export function linesGivenBack(state: ActionState, row: string): number[] {
  const start = `${row}.lines.`
  const given = Object.keys(state.values ?? {}).flatMap((name) =>
    name.startsWith(start) ? [Number(name.slice(start.length).split('.')[0])] : [],
  )
  return [...new Set([0, ...given])].sort((a, b) => a - b)
}
