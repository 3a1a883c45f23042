/**
 * Text of at most `lines` lines that expands in place when clicked, with the keyboard and without JavaScript too; on paper it is whole.
 * `fits` is the number of half-width characters (a Han character is two) that surely fit: up to there nothing is clipped.
 */
export function ExpandableText({ text, lines = 2, fits = 116 }: { text: string; lines?: 1 | 2; fits?: number }) {
  if (halfWidths(text) <= fits) return <>{text}</>
  return (
    <details className="more">
      <summary>
        <span className={lines === 1 ? 'clamp1' : 'clamp'}>{text}</span>
      </summary>
    </details>
  )
}

function halfWidths(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u2000' ? 2 : 1
  return width
}
