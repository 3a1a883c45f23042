import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import * as actions from '@/app/(signed-in)/(documents)/bulletins/actions'
import { type ShownBulletin, shownBulletin } from '@/app/(signed-in)/(documents)/bulletins/shown-bulletin'
import { hrefWith } from '@/app/list-query'
import { requireViewerOf } from '@/auth/require-viewer'
import { today } from '@/clock'
import { BulletinPaper, type HrefOf } from '@/components/bulletins/bulletin-sheet'
import { IssueForm, ProseForm, VerifyForm } from '@/components/bulletins/draft-forms'
import { DraftNotes } from '@/components/bulletins/draft-notes'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { database } from '@/db/client'
import { type Draft, type Issued, tasksInSight } from '@/db/queries/bulletins'
import type { BulletinFigures } from '@/domain/bulletin'
import { namesCounts } from '@/domain/bulletin-prose'
import { dayInShanghai } from '@/domain/calendar'
import { canDecide, canReadBulletins, canVerifyBulletins } from '@/domain/permissions'
import { taskPath } from '@/domain/task-number'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shown = await pageOf((await params).id)
  return { title: shown ? `${shown.sheet.title} ${shown.sheet.label}` : undefined }
}

export default async function BulletinPage({ params }: Props) {
  const viewer = await requireViewerOf(canReadBulletins)
  const shown = await pageOf((await params).id)
  if (!shown) notFound()
  const t = await getTranslations('bulletins')
  const { bulletin, sheet, figures } = shown
  const { id } = bulletin
  const inSight = await tasksInSight((await database()).db, viewer, figures.context.plan.number)
  const draft = bulletin.state === 'draft' ? bulletin : null
  return (
    <div className="noticepage">
      <PageHead
        title={bulletin.state === 'issued' ? t('number', { number: bulletin.number }) : t('draft')}
        note={<span lang="zh-CN">{sheet.title}</span>}
        tools={
          <>
            <a className={buttonClass({})} href={`/bulletins/${id}/word`} download>
              {t('wordFile')}
            </a>
            <PrintButton />
          </>
        }
      />
      <div className="noticecols">
        <BulletinPaper sheet={sheet} hrefOf={hrefsFor(bulletin, figures, inSight)} />
        <div className="work noprint">
          {draft && (
            <DraftNotes
              claimed={figures.next.claimed.length}
              asOfToday={draft.asOf === today()}
              demo={sheet.demo}
              counts={namesCounts(draft.prose)}
              unnamedOffice={unnamedOffice(shown)}
            />
          )}
          {draft && <ProseForm draft={draft} prose={draft.prose} user={viewer.username} action={actions.saveProse} />}
          {canDecide(viewer) && <IssueForm key="issue" draft={draft} today={today()} action={actions.signBulletin} />}
          {!draft && canVerifyBulletins(viewer) && <VerifyForm id={id} action={actions.checkBulletin} />}
        </div>
      </div>
    </div>
  )
}

/** While the plan's settings name no office, its issuer signs: that may be no more than a place. */
const unnamedOffice = ({ plan, sheet, figures }: ShownBulletin) =>
  plan && plan.officeName === null
    ? { issuer: sheet.issuer, settings: `/settings?plan=${figures.context.plan.number}#settings-officeName` }
    : null

/** A number leads to its rows as of the day and as known then. Who does not see every task has links to the own ones only. */
function hrefsFor(bulletin: Draft | Issued, { context }: BulletinFigures, inSight: ReadonlySet<number> | null): HrefOf {
  const scope = {
    plan: String(context.plan.number),
    asOf: context.asOf,
    ...(bulletin.state === 'issued' && { knownOn: dayInShanghai(bulletin.issuedAt) }),
    ...(context.basis === 'issued' && { basis: 'issued' }),
  }
  return (to) => {
    if ('annex' in to) return `#annex-${to.annex}`
    if ('task' in to) return inSight === null || inSight.has(to.task) ? taskPath(to.task) : null
    return inSight === null ? hrefWith('/ledger', scope, to.filter) : null
  }
}

/** Asked once for the title and the page. */
const pageOf = cache(async (id: string) => shownBulletin((await database()).db, await requireViewerOf(canReadBulletins), id))
