import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { lettersOf, readLetters } from '@/app/(signed-in)/(documents)/letters/wanted'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, type SearchParams } from '@/app/list-query'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { LetterSheet } from '@/components/letters/letter-sheet'
import { AppLink } from '@/components/ui/app-link'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { canSeeDepartment } from '@/domain/permissions'

type Props = { params: Promise<{ departmentId: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letters'))('title') }
}

/** One department's letter as it stands on paper. */
export default async function LetterPage({ params, searchParams }: Props) {
  const context = await ledgerContext()
  const { departmentId } = await params
  if (!canSeeDepartment(context.viewer, departmentId)) notFound()
  const asked = readLetters(await searchParams, context)
  const [found] = await lettersOf(context, asked, departmentId)
  const t = await getTranslations('letters')
  const path = `/letters/${departmentId}`
  return (
    <>
      <PageHead
        title={t(`kinds.${asked.kind}`)}
        note={found?.department}
        tools={
          <>
            <AsOfPicker asOf={asked.query.asOf} today={context.today} path={path} params={asked.params} />
            {found && (
              <a className={buttonClass({})} href={hrefWith('/letters/word', asked.params, { department: departmentId })}>
                {t('word')}
              </a>
            )}
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={asked.query} today={context.today} />
      {found ? <LetterSheet letter={found.letter} /> : <p className="note">{t(`empty.${asked.kind}`)}</p>}
      {context.viewer.departmentId === null && (
        <p className="noprint">
          <AppLink href={hrefWith('/letters', asked.params)}>{t('all')}</AppLink>
        </p>
      )}
    </>
  )
}
