import { getTranslations } from 'next-intl/server'
import { answerViews } from '@/app/(signed-in)/(documents)/plans/import/[id]/doubt-views'
import type { ImportAddress } from '@/app/(signed-in)/(documents)/plans/import/[id]/page'
import { doubtfulRows, ROWS_PER_PAGE, tableView } from '@/app/(signed-in)/(documents)/plans/import/[id]/table-view'
import { answerDoubts, answerTable, askAgain } from '@/app/(signed-in)/(documents)/plans/import/actions'
import type { Recognised as RecognisedImport } from '@/app/(signed-in)/(documents)/plans/import/kept-import'
import { hrefWith } from '@/app/list-query'
import { AnswersList } from '@/components/plans/answers-list'
import { DoubtsSection } from '@/components/plans/doubts-section'
import type { DoubtView } from '@/components/plans/import-view'
import { SourceTable } from '@/components/plans/source-table'
import { TableForm } from '@/components/plans/table-form'
import { Pagination } from '@/components/ui/pagination'
import { Section } from '@/components/ui/section'
import { Segmented } from '@/components/ui/segmented'

const DOUBTS_SHOWN = 100

/** The source beside what was understood, and the doubts. */
export async function Recognised({ recognised, at, doubts }: { recognised: RecognisedImport; at: ImportAddress; doubts: DoubtView[] }) {
  const t = await getTranslations('import')
  const { kept, document, recognition, choices, known } = recognised
  const path = `/plans/import/${kept.id}`
  const doubtful = doubtfulRows(recognition.doubts, at.table)
  const onlyDoubts = at.rows === 'doubts' && doubtful.size > 0
  const shown = tableView(recognised, { table: at.table, only: onlyDoubts ? doubtful : null, page: at.page })
  const inTable = (table: number, changes: Record<string, string | number | undefined> = {}) =>
    `${hrefWith(path, {}, { into: at.into === 'new' ? undefined : at.into, table, rows: onlyDoubts ? 'doubts' : undefined, ...changes })}#source`
  const canAnswer = !kept.doneAt
  const named = recognition.proof.departments.map(({ name }) => name)
  const numbering = doubts.some(({ settle }) => settle === 'numbers') || choices.acceptGaps || choices.renumber
  const byBlocking = doubts.toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
  return (
    <>
      <Section id="source" title={t('steps.source')} note={t('sourceNote')} className="step">
        <p className="btns">
          {document.tables.length > 1 && (
            <Segmented
              label={t('tables')}
              items={document.tables.map(({ name }, index) => ({
                href: inTable(index, { rows: undefined }),
                label: name ?? t('tableNumber', { number: index + 1 }),
                current: index === at.table,
              }))}
            />
          )}
          {doubtful.size > 0 && (
            <Segmented
              label={t('rows')}
              items={[
                { href: inTable(at.table, { rows: undefined }), label: t('allRows'), current: !onlyDoubts },
                {
                  href: inTable(at.table, { rows: 'doubts' }),
                  label: t('onlyDoubts', { count: doubtful.size }),
                  current: onlyDoubts,
                },
              ]}
            />
          )}
        </p>
        {shown && canAnswer && (
          <TableForm
            key={at.table}
            action={answerTable}
            importId={kept.id}
            version={kept.version}
            title={recognition.title}
            table={shown.table}
          />
        )}
        {shown && !canAnswer && <SourceTable table={shown.table} editable={false} />}
        {shown && (
          <Pagination
            page={at.page}
            pageSize={ROWS_PER_PAGE}
            total={shown.total}
            href={(page) => inTable(at.table, { page: page === 1 ? undefined : page })}
          />
        )}
      </Section>
      <DoubtsSection
        action={canAnswer ? answerDoubts : null}
        importId={kept.id}
        version={kept.version}
        doubts={byBlocking.slice(0, DOUBTS_SHOWN)}
        more={Math.max(0, doubts.length - DOUBTS_SHOWN)}
        departments={[...new Set([...known.departments, ...named])]}
        numbering={canAnswer && numbering ? { acceptGaps: choices.acceptGaps ?? false, renumber: choices.renumber ?? false } : null}
      />
      <AnswersList action={canAnswer ? askAgain : null} importId={kept.id} version={kept.version} answers={answerViews(recognised)} />
    </>
  )
}
