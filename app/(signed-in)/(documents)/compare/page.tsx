import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { comparisonAsked, comparisonParams, isOfKnowledge, scopeOf, type View } from '@/app/(signed-in)/(documents)/compare/asked'
import { viewWords } from '@/app/(signed-in)/(documents)/compare/view-words'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, type SearchParams, scopeParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { ChangesCompared, KindsCompared } from '@/components/compare/changes-compared'
import { CompareForm } from '@/components/compare/compare-form'
import { FiguresCompared, type Side } from '@/components/compare/figures-compared'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Section } from '@/components/ui/section'
import { tasksCompared } from '@/db/queries/comparison'
import { departmentsInSight } from '@/db/queries/departments'
import { PAGE_SIZE } from '@/db/queries/ledger-page'
import { CHANGE_KINDS, type ChangedTask, type ChangeKind, type ComparedFigures } from '@/domain/compare'
import { taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

const PATH = '/compare'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compare'))('title') }
}

/** What changed between two days, or in what is known of one, in sum and task by task. */
export default async function ComparePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, today } = context
  const asked = comparisonAsked(await searchParams, context)
  const { query, before, after, other, otherRefused, lead, kind } = asked
  const { scope, planTitle } = await pageScope(context, query)
  const { plan } = query
  const found = await tasksCompared(db, viewer, { before: scopeOf(before), after: scopeOf(after), plan, lead })
  const departments = (await departmentsInSight(db, viewer, { asOf: after.asOf, plan })).filter(({ leads }) => leads)
  const t = await getTranslations()
  const locale = await getLocale()
  const params = comparisonParams(asked, today)
  const kept = (view: View) => scopeParams({ ...view, plan }, today)
  const ofLead: Record<string, string> = lead ? { lead } : {}
  const side = (view: View, figures: ComparedFigures): Side => ({
    heading: viewWords(view, isOfKnowledge(asked), t, locale),
    figures,
    links: {
      ledger: (filter) => hrefWith('/ledger', { ...kept(view), ...ofLead, ...filter }),
      overdue: (basis) => hrefWith('/overdue', { ...kept(view), ...ofLead, only: basis }),
    },
  })
  const sides = { before: side(before, found.figures.before), after: side(after, found.figures.after) }
  const listed = byKind(found.changed, kind)
  const tasks = listed.flatMap((group) => group.tasks.map((task) => ({ kind: group.kind, task })))
  const pages = Math.max(1, Math.ceil(tasks.length / PAGE_SIZE))
  const page = Math.min(query.page, pages)
  const shown = Map.groupBy(tasks.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), (line) => line.kind)
  const countOf = (one: ChangeKind) => listed.find((group) => group.kind === one)?.tasks.length ?? 0
  const words = { before: sides.before.heading, after: sides.after.heading }
  return (
    <>
      <PageHead
        title={t('compare.title')}
        note={viewer.departmentName ? t('ledger.ofDepartment', { department: viewer.departmentName }) : planTitle}
        tools={
          <>
            <a className={buttonClass({})} href={hrefWith(`${PATH}/export`, params)} download>
              {t('compare.excel')}
            </a>
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} />
      {otherRefused !== null && <Notice refused>{t('compare.otherRefused', { day: otherRefused.slice(0, 40) })}</Notice>}
      <CompareForm asOf={query.asOf} other={other} today={today} scope={scope} lead={lead} departments={departments} />
      <PrintLine asOf={after.asOf} knownOn={after.knownOn} plan={viewer.departmentName ? planTitle : undefined}>
        {t('compare.between', words)}
        {lead && <>　{found.departmentNames[lead]}</>}
      </PrintLine>
      <p className="lead">
        {t(found.changed.length === 0 ? 'compare.sentenceNone' : 'compare.sentence', {
          ...words,
          changed: found.changed.length,
          unchanged: found.unchanged,
        })}
        {isOfKnowledge(asked) && (
          <span className="why">
            {t('common.asOf', { day: dayText(after.asOf, locale) })}
            {found.changed.length > 0 && t('compare.why')}
          </span>
        )}
      </p>
      <FiguresCompared {...sides} />
      {found.changed.length > 0 && (
        <Section className="mt-6" title={t('compare.changesTitle')} id="changes" note={t('compare.changesNote')}>
          <KindsCompared
            kinds={found.kinds}
            all={found.changed.length}
            chosen={kind}
            hrefOf={(one) => `${hrefWith(PATH, params, { kind: one })}#changes`}
          />
          <ChangesCompared
            groups={[...shown].map(([one, lines]) => ({ kind: one, count: countOf(one), tasks: lines.map(({ task }) => task) }))}
            names={found.departmentNames}
            taskHref={(number, which) => hrefWith(taskPath(number), scopeParams({ ...asked[which], plan: undefined }, today))}
          />
          <Pagination page={page} pageSize={PAGE_SIZE} total={tasks.length} href={(next) => hrefWith(PATH, params, { page: next })} />
        </Section>
      )}
    </>
  )
}

/** Each task once, under its weightiest kind; with one chosen those of it. */
function byKind(changed: readonly ChangedTask[], chosen: ChangeKind | undefined): { kind: ChangeKind; tasks: ChangedTask[] }[] {
  const of = (kind: ChangeKind) => changed.filter(({ kinds }) => (chosen ? kinds.includes(kind) : kinds[0] === kind))
  const kinds = chosen ? [chosen] : CHANGE_KINDS
  return kinds.map((kind) => ({ kind, tasks: of(kind) })).filter(({ tasks }) => tasks.length > 0)
}
