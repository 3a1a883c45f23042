import { useTranslations } from 'next-intl'
import { BY_URGENCY } from '@/components/ledger/by-urgency'
import type { To } from '@/components/ledger/ledger-link'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { COLUMNS } from '@/components/ledger/ledger-table'
import { AppLink } from '@/components/ui/app-link'
import { LightMark } from '@/components/ui/light-mark'
import { numberText, taskNumber } from '@/domain/task-number'

/** `planName` where the rows are of several plans. */
type GoalRowProps = { goal: LedgerRow['goal']; plan: number; planName?: string; rows: readonly LedgerRow[]; whole: boolean; to: To }

/** The head of a goal's rows, with their lights counted where all of them are shown. */
export function GoalRow({ goal: { number, text }, plan, planName, rows, whole, to }: GoalRowProps) {
  const t = useTranslations()
  const goal = numberText(taskNumber(plan, number))
  const byLight = Map.groupBy(rows, (row) => row.light)
  return (
    <tr className="goal" role="row">
      {/* biome-ignore lint/a11y/useSemanticElements: on a phone the rows are cards, and tables lose their own roles */}
      <th colSpan={COLUMNS} role="rowheader" scope="rowgroup">
        {planName && (
          <AppLink className="soft pre" href={to({ plan })}>
            {planName}
          </AppLink>
        )}{' '}
        <AppLink href={to({ goal })}>{text}</AppLink>
        {whole && (
          <span className="gs">
            {BY_URGENCY.filter((light) => byLight.has(light)).map((light) => (
              <AppLink key={light} href={to({ goal, light })}>
                <LightMark light={light} />
                {t('home.lightCount', { light: t(`lights.${light}`), count: byLight.get(light)?.length ?? 0 })}
              </AppLink>
            ))}
            <span className="muted">{t('ledger.goalTotal', { count: rows.length })}</span>
          </span>
        )}
      </th>
    </tr>
  )
}
