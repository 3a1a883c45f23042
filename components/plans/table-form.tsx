import { useTranslations } from 'next-intl'
import type { TableView } from '@/components/plans/import-view'
import { SourceTable } from '@/components/plans/source-table'
import { KeptVersion } from '@/components/settings/kept-version'
import { ActionForm, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { FormTick } from '@/components/ui/form-choices'
import { SubmitButton } from '@/components/ui/submit-button'

type TableFormProps = { action: Action; importId: string; version: number; title: string; table: TableView }

/** How a table of the file is to be read: where its header ends, what its columns hold, whether it counts at all; and below it, the table. */
export function TableForm({ action, importId, version, title, table }: TableFormProps) {
  const t = useTranslations('import')
  return (
    <ActionForm action={action} id={`table-${table.index}`} className="tableform">
      <KeptVersion version={version} />
      <input type="hidden" name="id" value={importId} />
      <input type="hidden" name="table" value={table.index} />
      <div className="tablebar">
        <FormText name="title" label={t('planTitle')} defaultValue={title} />
        <FormText
          name="headerRows"
          type="number"
          label={t('headerRows')}
          hint={t('headerRowsHint')}
          defaultValue={table.headerRows}
          min={0}
          max={50}
        />
        <span className="opts">
          <FormTick name="leaveOut" value="yes" label={t('leaveOut')} ticked={table.leftOut} />
        </span>
        <SubmitButton variant="normal">{t('readAgain')}</SubmitButton>
      </div>
      <p className="note">{t('columnsNote')}</p>
      <SourceTable table={table} editable />
    </ActionForm>
  )
}
