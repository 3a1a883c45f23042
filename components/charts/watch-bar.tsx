import { useTranslations } from 'next-intl'
import type { Light } from '@/domain/words'

const WIDTH = 300
const HEIGHT = 12
const WATCHED = ['overdue', 'behind', 'due_soon'] as const

/** How many tasks a bar shows; the largest of all bars is their common scale. */
export const watched = (lights: Record<Light, number>): number => WATCHED.reduce((sum, light) => sum + lights[light], 0)

/** Red, yellow and blue only: how many need watching, not which share. `scale` is the number at full width. */
export function WatchBar({ lights, scale }: { lights: Record<Light, number>; scale: number }) {
  const t = useTranslations('home')
  const label = t('watchLabel', { overdue: lights.overdue, behind: lights.behind, dueSoon: lights.due_soon })
  let x = 0
  return (
    <svg className="stack" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      {WATCHED.filter((light) => lights[light] > 0).map((light) => {
        const width = (WIDTH * lights[light]) / scale
        const left = x
        x += width
        return <rect key={light} className={`f-${light}`} x={left} width={Math.max(1.5, width - 1.5)} height={HEIGHT} />
      })}
    </svg>
  )
}
