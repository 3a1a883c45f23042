import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import * as actions from '@/app/(signed-in)/(documents)/bulletins/actions'
import { planOfRequest } from '@/app/ledger-context'
import { requireViewerOf } from '@/auth/require-viewer'
import { today } from '@/clock'
import { BulletinTable } from '@/components/bulletins/bulletin-table'
import { DraftSection } from '@/components/bulletins/draft-section'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { Section } from '@/components/ui/section'
import { database } from '@/db/client'
import { type BulletinLine, bulletinList } from '@/db/queries/bulletins'
import { type Plan, planName } from '@/db/queries/current-plan'
import { addDays, type Day } from '@/domain/calendar'
import { canDecide, canReadBulletins } from '@/domain/permissions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('bulletins') }
}

export default async function BulletinsPage() {
  const viewer = await requireViewerOf(canReadBulletins)
  const current = await planOfRequest()
  if (!current) notFound()
  const t = await getTranslations()
  const lines = await bulletinList((await database()).db, viewer)
  const names = new Map(current.plans.map((plan) => [plan.number, planName(plan)]))
  const nameOf = (plan: number) => names.get(plan) ?? ''
  const issued = lines.flatMap(({ id, number, plan, asOf, basis, issuedAt, signOff }) =>
    number === null || issuedAt === null || signOff === null ? [] : [{ id, number, plan: nameOf(plan), asOf, basis, issuedAt, signOff }],
  )
  const drafts = lines.filter(({ number }) => number === null)
  return (
    <>
      <PageHead title={t('nav.bulletins')} note={t('bulletins.note')} tools={<PrintButton />} />
      {canDecide(viewer) && (
        <DraftSection
          drafts={drafts.map(({ id, version, plan, asOf, basis }) => ({ id, version, plan: nameOf(plan), asOf, basis }))}
          plans={withoutDraft(current.plans, drafts)}
          usualDay={usualDay(lines, today())}
          today={today()}
          start={actions.startDraft}
          discard={actions.discardDraft}
        />
      )}
      <Section title={t('bulletins.issuedTitle')}>
        {issued.length > 0 ? (
          <BulletinTable lines={issued} severalPlans={current.plans.length > 1} />
        ) : (
          <p className="my-4">{t('bulletins.none')}</p>
        )}
      </Section>
    </>
  )
}

const withoutDraft = (plans: readonly Plan[], drafts: readonly BulletinLine[]) =>
  plans
    .filter(({ number }) => !drafts.some(({ plan }) => plan === number))
    .map((plan) => ({ value: String(plan.number), label: planName(plan) }))

/** Last month's end; today where a later day was issued already. */
function usualDay(lines: readonly BulletinLine[], day: Day): Day {
  const monthEnd = addDays(`${day.slice(0, 7)}-01`, -1)
  return lines.some(({ number, asOf }) => number !== null && asOf > monthEnd) ? day : monthEnd
}
