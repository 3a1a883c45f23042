import { useTranslations } from 'next-intl'
import { linked, type To } from '@/components/ledger/ledger-link'

type OpenTalkProps = { figures: { obstructed: number; instructed: number }; to: To; obstaclesHref: string }

/** How many tasks something stops, and on how many a leader waits for an answer. */
export function OpenTalk({ figures: { obstructed, instructed }, to, obstaclesHref }: OpenTalkProps) {
  const t = useTranslations('home')
  if (obstructed + instructed === 0) return <p className="note opentalk">{t('noTalk')}</p>
  return (
    <p className="opentalk">
      {t.rich('talk', {
        obstructed,
        instructed,
        toObstructed: linked(obstructed, to({ list: 'obstructed' }), 'num'),
        toObstacles: linked(obstructed, obstaclesHref),
        toInstructed: linked(instructed, to({ list: 'instructed' }), 'num'),
      })}
    </p>
  )
}
