import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Light } from '@/domain/words'

// Filled shapes want attention, hollow ones do not: the order of urgency survives a black-and-white printer.
const SHAPES: Record<Light, { width: number; shape: ReactNode }> = {
  overdue: { width: 1, shape: <rect x="1.5" y="1.5" width="11" height="11" /> },
  claimed: {
    width: 1.3,
    shape: (
      <>
        <path d="M2 1.2H12L7 7l5 5.8H2L7 7Z" />
        <path className="half" d="M7 7l5 5.8H2Z" />
      </>
    ),
  },
  behind: { width: 1.2, shape: <path d="M7 1.2 13.2 12.6H.8Z" /> },
  due_soon: {
    width: 1.4,
    shape: (
      <>
        <path d="M7 .9 13.1 7 7 13.1.9 7Z" />
        <path className="half" d="M7 .9 13.1 7 7 13.1Z" />
      </>
    ),
  },
  normal: { width: 1.8, shape: <circle cx="7" cy="7" r="5.2" /> },
  closed: { width: 2, shape: <path d="M1.6 7.6 5.4 11.4 12.6 3" /> },
  withdrawn: {
    width: 1.2,
    shape: (
      <>
        <circle cx="7" cy="7" r="5.4" />
        <path d="M3.2 10.8 10.8 3.2" />
      </>
    ),
  },
}

/** The shape of a light, without its word: name it beside the mark, or use LightWord. */
export function LightMark({ light }: { light: Light }) {
  const { width, shape } = SHAPES[light]
  return (
    <svg className={`mk mk-${light}`} viewBox="0 0 14 14" strokeWidth={width} aria-hidden="true">
      {shape}
    </svg>
  )
}

/** A light as shape and word. `word` replaces the light's own word, as in 退回 beside a red mark. */
export function LightWord({ light, word }: { light: Light; word?: ReactNode }) {
  const t = useTranslations('lights')
  return (
    <span className={`light is-${light}`}>
      <LightMark light={light} />
      {word ?? t(light)}
    </span>
  )
}
