import { useTranslations } from 'next-intl'
import { differenceWords, type Translator } from '@/components/compare/change-words'
import { BY_URGENCY } from '@/components/ledger/by-urgency'
import { Count } from '@/components/ledger/ledger-link'
import { LightMark } from '@/components/ui/light-mark'
import { Section } from '@/components/ui/section'
import type { ComparedFigures } from '@/domain/compare'
import type { Basis, Light } from '@/domain/words'

export type ListLinks = { ledger: (filter: Record<string, string>) => string; overdue: (basis: Basis) => string }
export type Side = { heading: string; figures: ComparedFigures; links: ListLinks }

type Line = { name: string; word: string; light?: Light; count: (figures: ComparedFigures) => number; href: (links: ListLinks) => string }

/** The figures that are compared, in the order of the page and of the file. */
export function comparedLines(t: Translator): Line[] {
  return [
    { name: 'total', word: t('home.totalTasks'), count: ({ total }) => total, href: ({ ledger }) => ledger({}) },
    { name: 'open', word: t('ledger.lists.open'), count: ({ open }) => open, href: ({ ledger }) => ledger({ list: 'open' }) },
    ...BY_URGENCY.map((light) => ({
      name: light,
      word: t(`lights.${light}`),
      light,
      count: ({ lights }: ComparedFigures) => lights[light],
      href: ({ ledger }: ListLinks) => ledger({ light }),
    })),
    {
      name: 'issued',
      word: t('ledger.lists.overdue_issued'),
      count: ({ overdue }) => overdue.issued,
      href: ({ overdue }) => overdue('issued'),
    },
    {
      name: 'extended',
      word: t('ledger.lists.extended'),
      count: ({ extended }) => extended,
      href: ({ ledger }) => ledger({ list: 'extended' }),
    },
  ]
}

/** The figures of both views side by side, each leading to its list; the lights exclude each other. */
export function FiguresCompared({ before, after }: { before: Side; after: Side }) {
  const t = useTranslations()
  return (
    <Section title={t('compare.figuresTitle')} id="figures" note={t('compare.figuresNote')}>
      <table className="plainhead compared">
        <thead>
          <tr>
            <th scope="col">{t('compare.figure')}</th>
            <th scope="col" className="r">
              {before.heading}
            </th>
            <th scope="col" className="r">
              {after.heading}
            </th>
            <th scope="col">{t('compare.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {comparedLines(t).map(({ name, word, light, count, href }) => (
            <tr key={name}>
              <th scope="row">
                {light && <LightMark light={light} />} {word}
              </th>
              <td className="r num">
                <Count count={count(before.figures)} href={href(before.links)} />
              </td>
              <td className="r num">
                <Count count={count(after.figures)} href={href(after.links)} />
              </td>
              <td className={count(before.figures) === count(after.figures) ? 'muted' : 'diff'}>
                {differenceWords(count(before.figures), count(after.figures), t)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
