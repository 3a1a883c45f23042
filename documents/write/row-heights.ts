type Measured<T> = { width: number; value: (row: T) => string | number | null }

const LINE = 13.5
const PADDING = 6
/** What a spreadsheet allows, in points. Longer text is still whole in its cell, but not all of it is seen. */
const TALLEST = 409

/**
 * Heights in points, so that every wrapped text fits. A merged cell shares the height of its rows; where these are too low for it,
 * the lack is spread over them. `spans`: per column and row how many rows the cell reaches over, 0 where it is covered.
 */
export function rowHeights<T>(columns: Measured<T>[], rows: T[], spans: number[][]): number[] {
  const needed = (column: Measured<T>, row: T) => linesNeeded(String(column.value(row) ?? ''), column.width) * LINE + PADDING
  const heights = rows.map((row, i) =>
    Math.max(...columns.map((column, j) => (spans[j]?.[i] === 1 ? needed(column, row) : LINE + PADDING))),
  )
  columns.forEach((column, j) => {
    rows.forEach((row, i) => {
      const span = spans[j]?.[i] ?? 1
      if (span < 2) return
      const shared = heights.slice(i, i + span).reduce((sum, height) => sum + height, 0)
      const lack = Math.max(0, needed(column, row) - shared) / span
      for (let k = i; k < i + span; k++) heights[k] = (heights[k] ?? 0) + lack
    })
  })
  return heights.map((height) => Math.min(TALLEST, Math.ceil(height)))
}

/** How many lines a text takes in a column that is `width` characters wide. A Han character takes two; a Latin word is not broken. */
export function linesNeeded(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width) - 1)
  return text.split('\n').reduce((sum, paragraph) => sum + paragraphLines(paragraph, room), 0)
}

function paragraphLines(text: string, room: number): number {
  let lines = 1
  let used = 0
  for (const piece of text.match(/[\x21-\x7e]+|./gsu) ?? []) {
    const wide = columnsOf(piece)
    if (used + wide <= room) {
      used += wide
      continue
    }
    // A word too long for any line is broken wherever the line ends.
    lines += Math.ceil(wide / room) - (used === 0 ? 1 : 0)
    used = wide > room ? wide % room : wide
  }
  return lines
}

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0)
}
