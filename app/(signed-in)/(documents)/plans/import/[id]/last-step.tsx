import { getTranslations } from 'next-intl/server'
import { changesView } from '@/app/(signed-in)/(documents)/plans/import/[id]/changes-view'
import { importAsChange, importAsPlan } from '@/app/(signed-in)/(documents)/plans/import/actions'
import { aliasesOf } from '@/app/(signed-in)/(documents)/plans/import/carry-out'
import type { Recognised } from '@/app/(signed-in)/(documents)/plans/import/kept-import'
import { planOfRequest } from '@/app/ledger-context'
import { today } from '@/clock'
import { ChangePlanForm } from '@/components/plans/change-plan-form'
import { ChangesPreview } from '@/components/plans/changes-preview'
import { ImportSection } from '@/components/plans/import-section'
import type { DoubtView } from '@/components/plans/import-view'
import { NewPlanForm } from '@/components/plans/new-plan-form'
import type { Db } from '@/db/client'
import { planChangePreview } from '@/db/commands/change-plan-by-document'
import { type Plan, planName } from '@/db/queries/current-plan'
import { issuedTableOf } from '@/documents/recognition'
import type { Viewer } from '@/domain/permissions'

type LastStepProps = { viewer: Viewer; db: Db; recognised: Recognised; into: 'new' | number; blocking: readonly DoubtView[] }

const BLOCKING_SHOWN = 20

/** As a new plan, or as a change to one, with what would change. */
export async function LastStep({ viewer, db, recognised, into, blocking }: LastStepProps) {
  const t = await getTranslations('import')
  const { kept, recognition } = recognised
  const plans = (await planOfRequest())?.plans ?? []
  const chosen = plans.find(({ number }) => number === into)
  const path = `/plans/import/${kept.id}`
  const choices = [
    { href: `${path}#import`, label: t('asNewPlan'), current: !chosen },
    ...plans.map((plan) => ({
      href: `${path}?into=${plan.number}#import`,
      label: t('asChange', { plan: planName(plan) }),
      current: plan.id === chosen?.id,
    })),
  ]
  return (
    <ImportSection
      blocking={blocking.slice(0, BLOCKING_SHOWN)}
      blockingCount={blocking.length}
      rows={recognition.rows.length}
      choices={choices}
    >
      {blocking.length === 0 && !chosen && (
        <NewPlanForm
          action={importAsPlan}
          importId={kept.id}
          version={kept.version}
          title={recognition.title}
          issuer={plans[0]?.issuer ?? ''}
          rows={recognition.rows.length}
          plan={Math.max(0, ...plans.map(({ number }) => number)) + 1}
        />
      )}
      {blocking.length === 0 && chosen && <Change viewer={viewer} db={db} recognised={recognised} plan={chosen} />}
    </ImportSection>
  )
}

async function Change({ viewer, db, recognised, plan }: Pick<LastStepProps, 'viewer' | 'db' | 'recognised'> & { plan: Plan }) {
  const t = await getTranslations('import')
  const { kept, recognition } = recognised
  const table = issuedTableOf(recognition)
  const preview = table && (await planChangePreview(db, viewer, plan.id, table, aliasesOf(recognised)))
  if (!preview) return null
  const { changes, stamp } = preview
  const rows = changes.added.length + changes.changed.length + changes.removed.length
  return (
    <>
      <ChangesPreview changes={changesView(changes, plan.number)} />
      {rows === 0 && <p>{t('nothingToChange')}</p>}
      {rows > 0 && (
        <ChangePlanForm
          rows={rows}
          action={importAsChange}
          importId={kept.id}
          version={kept.version}
          plan={plan.number}
          today={today()}
          seen={stamp}
        />
      )}
    </>
  )
}
