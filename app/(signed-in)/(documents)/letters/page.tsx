import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { lettersOf, readLetters } from '@/app/(signed-in)/(documents)/letters/wanted'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, type SearchParams } from '@/app/list-query'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { LettersTable } from '@/components/letters/letters-table'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Segmented } from '@/components/ui/segmented'
import { LETTER_KINDS } from '@/domain/letters'

const PATH = '/letters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letters'))('title') }
}

/** The letters that there is a reason to write, one per department, to look at, print, or take along as Word. */
export default async function LettersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const asked = readLetters(await searchParams, context)
  const found = await lettersOf(context, asked)
  const t = await getTranslations('letters')
  const { kind, params } = asked
  return (
    <>
      <PageHead
        title={t('title')}
        note={t(`notes.${kind}`)}
        tools={
          <>
            <AsOfPicker asOf={asked.query.asOf} today={context.today} path={PATH} params={params} />
            <Segmented
              label={t('kind')}
              items={LETTER_KINDS.map((one) => ({
                href: hrefWith(PATH, params, { kind: one === 'reminder' ? undefined : one }),
                label: t(`kinds.${one}`),
                current: one === kind,
              }))}
            />
            {found.length > 0 && (
              <a className={buttonClass({})} href={hrefWith(`${PATH}/word`, params)}>
                {t('allAsWord')}
              </a>
            )}
          </>
        }
      />
      <ScopeRefused query={asked.query} today={context.today} />
      <LettersTable
        rows={found.map(({ departmentId, department, tasks, letter }) => ({
          department,
          tasks,
          title: letter.title,
          href: hrefWith(`${PATH}/${departmentId}`, params),
          wordHref: hrefWith(`${PATH}/word`, params, { department: departmentId }),
        }))}
        empty={t(`empty.${kind}`)}
      />
    </>
  )
}
