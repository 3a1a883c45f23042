import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { Figures, GoalFigures } from '@/components/home/figures'
import { BY_URGENCY } from '@/components/ledger/by-urgency'
import type { To } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'
import { LightMark } from '@/components/ui/light-mark'
import { Section } from '@/components/ui/section'
import { numberText, taskNumber } from '@/domain/task-number'
import type { Light } from '@/domain/words'

const MARKS_AT_MOST = 200

/** `plans` are those under whose names the goals stand; none where they are all of one. */
type ByGoalProps = { goals: readonly GoalFigures[]; plans?: readonly { plan: number; title: string }[]; all: Figures; to: To }

/** The goals side by side: a mark for each task, the pressing ones first; counts where there are too many tasks for marks. */
export function ByGoal({ goals, plans = [], all, to }: ByGoalProps) {
  const t = useTranslations()
  const asMarks = all.total <= MARKS_AT_MOST
  const present = (figures: Figures) => BY_URGENCY.filter((light) => figures.lights[light] > 0)
  const lightCounts = (figures: Figures) =>
    present(figures).map((light) => t('home.lightCount', { light: t(`lights.${light}`), count: figures.lights[light] }))
  const summary = (figures: Figures) =>
    t('home.goalSummary', { total: figures.total, lights: lightCounts(figures).join(t('common.listSeparator')) })
  return (
    <Section
      className="goals"
      title={t('home.byGoalTitle', { count: goals.length })}
      note={asMarks ? t('home.byGoalNote') : t('home.byGoalCounts')}
      end={
        <span className="legend">
          {present(all).map((light) => (
            <AppLink key={light} href={to({ light })}>
              <LightMark light={light} />
              {t(`lights.${light}`)} <b>{all.lights[light]}</b>
            </AppLink>
          ))}
        </span>
      }
    >
      {plans.length === 0 && list(goals)}
      {plans.map(({ plan, title }) => (
        <Fragment key={plan}>
          <h3>
            <AppLink href={to({ plan })}>{title}</AppLink>
          </h3>
          {list(goals.filter((goal) => goal.plan === plan))}
        </Fragment>
      ))}
    </Section>
  )

  function list(shown: readonly GoalFigures[]) {
    return (
      <ol className={asMarks ? undefined : 'counts'}>
        {shown.map(({ id, plan, number, name, figures }) => (
          <li key={id}>
            <AppLink href={to({ goal: numberText(taskNumber(plan, number)) })} title={`${name} ${summary(figures)}`}>
              <span className="nu">{numberText(taskNumber(plan, number))}</span>
              <span className="tx">{name}</span>
              <span className="ms" aria-hidden="true">
                {present(figures).map((light) => (
                  <Marks key={light} light={light} count={figures.lights[light]} asMarks={asMarks} />
                ))}
              </span>
              <span className="vh">{summary(figures)}</span>
            </AppLink>
          </li>
        ))}
      </ol>
    )
  }
}

function Marks({ light, count, asMarks }: { light: Light; count: number; asMarks: boolean }) {
  if (asMarks) return Array.from({ length: count }, (_, index) => index).map((nth) => <LightMark key={nth} light={light} />)
  return (
    <span className="nb">
      <LightMark light={light} /> {count}
    </span>
  )
}
