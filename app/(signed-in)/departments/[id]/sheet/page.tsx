import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { bringSheet, saveSheet, throwSheetAway } from '@/app/(signed-in)/departments/[id]/sheet/actions'
import { isSilent, type SheetItem, type SheetView, sheetPage, stillToDo } from '@/app/(signed-in)/departments/[id]/sheet/sheet-view'
import { ledgerContext } from '@/app/ledger-context'
import type { Code } from '@/app/viewer-action'
import { type SheetRowShown, SheetRows } from '@/components/sheet/sheet-rows'
import { SheetUpload } from '@/components/sheet/sheet-upload'
import { ActionForm, FormText } from '@/components/ui/action-form'
import { ButtonLink, buttonClass } from '@/components/ui/button'
import { DayText } from '@/components/ui/day-text'
import { FormDay } from '@/components/ui/form-day'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Day } from '@/domain/calendar'
import { actsOnBehalf } from '@/domain/permissions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheet'))('title') }
}

/** A department's sheet: taken away, filled in offline, brought back, looked through, saved. */
export default async function DepartmentSheetPage({ params }: Props) {
  const { viewer, db, today } = await ledgerContext()
  const { id } = await params
  const page = await sheetPage(db, viewer, id, today)
  if (!page) notFound()
  const t = await getTranslations('sheet')
  const count = page.rows.length
  return (
    <>
      <PageHead title={t('title')} note={page.department.name} tools={<ButtonLink href={`/departments/${id}`}>{t('back')}</ButtonLink>} />
      <div className="sheetsteps">
        <Section title={t('download')} id="download">
          <p>{count > 0 ? t('downloadNote', { count }) : t('nothingOpen')}</p>
          {count > 0 && (
            <a className={buttonClass({ variant: 'normal' })} href={`/departments/${id}/sheet/download`} download>
              {t('downloadLink', { count })}
            </a>
          )}
        </Section>
        <Section title={t('upload')} id="upload">
          <SheetUpload
            action={bringSheet}
            department={id}
            formId={crypto.randomUUID()}
            words={{ file: t('file'), hint: t('fileHint'), read: t('read') }}
          />
        </Section>
      </div>
      {page.view && <Check view={page.view} department={id} today={today} behalf={actsOnBehalf(viewer)} />}
    </>
  )
}

async function Check({ view, department, today, behalf }: { view: SheetView; department: string; today: Day; behalf: boolean }) {
  const t = await getTranslations('sheet')
  const { sheet, items } = view
  const shown = items.filter(({ reading, answer }) => !isSilent(reading) || answer.saved !== undefined || answer.left)
  const rows = await Promise.all(shown.map(shownRow))
  const todo = stillToDo(items)
  const fits = (item: SheetItem) => 'says' in item.reading && item.now !== null
  const counts = {
    saved: items.filter(({ answer }) => answer.saved !== undefined).length,
    changed: todo.filter((item) => fits(item) && !item.conflict).length,
    silent: items.length - shown.length,
    conflicts: todo.filter((item) => fits(item) && item.conflict).length,
    wrong: todo.filter((item) => !fits(item)).length,
  }
  const finished = sheet.doneAt !== null
  return (
    <Section
      title={<span id="check-title">{finished ? t('finished') : t('check')}</span>}
      note={
        finished ? (
          t('finishedNote', { file: sheet.fileName })
        ) : (
          <>
            {sheet.fileName} · <DayText day={view.day} />
          </>
        )
      }
      id="check"
      className="mt-6"
    >
      {!finished && <p className="lead">{t('counts', counts)}</p>}
      {finished || todo.length === 0 ? (
        <SheetRows rows={rows} />
      ) : (
        <ActionForm action={saveSheet} key={sheet.id} id="check-form">
          <input type="hidden" name="department" value={department} />
          <input type="hidden" name="id" value={sheet.id} />
          <input type="hidden" name="version" value={sheet.version} />
          <SheetRows rows={rows} />
          <div className="sheetfoot">
            <FormDay name="on" label={t('on')} hint={t('onHint')} defaultValue={today} max={today} />
            {behalf && <FormText name="source" label={t('source')} hint={t('sourceHint')} required />}
            <SubmitButton>{counts.changed > 0 ? t('save', { count: counts.changed }) : t('saveSome')}</SubmitButton>
          </div>
        </ActionForm>
      )}
      {!finished && (
        <ActionForm action={throwSheetAway} id="throw-away" className="mt-3">
          <input type="hidden" name="department" value={department} />
          <SubmitButton variant="plain">{t('throwAway')}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  )
}

async function shownRow({ number, title, cells, reading, now, conflict, answer }: SheetItem): Promise<SheetRowShown> {
  const t = await getTranslations('errors')
  const words = (code: string) => (t.has(code as Code) ? t(code as Code) : t('invalid'))
  const wrong = 'wrong' in reading ? Object.fromEntries(Object.entries(reading.wrong).map(([field, code]) => [field, words(code)])) : {}
  return {
    number,
    title,
    cells,
    reading,
    now,
    conflict,
    state: answer.saved !== undefined ? 'saved' : answer.left ? 'left' : 'to-do',
    refused: answer.refused && answer.refused !== 'stale' ? words(answer.refused) : null,
    wrong,
  }
}
