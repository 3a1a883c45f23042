import type { Light } from '@/domain/words'

/** A light is a shape, a colour and a word. These shapes stand in every Chinese font, so that they print anywhere. */
export const LIGHT_SHAPES: Record<Light, string> = {
  closed: '√',
  withdrawn: '×',
  overdue: '■',
  claimed: '◎',
  behind: '▲',
  due_soon: '◆',
  normal: '○',
}

/** Dark enough to read as text on white. */
export const LIGHT_COLOURS: Record<Light, string> = {
  closed: '#4D5661',
  withdrawn: '#616A75',
  overdue: '#A51C17',
  claimed: '#1A1E23',
  behind: '#6F4900',
  due_soon: '#14598C',
  normal: '#226540',
}
