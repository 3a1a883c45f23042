import { useTranslations } from 'next-intl'
import { FormSelect, FormText } from '@/components/ui/action-form'
import type { Option } from '@/components/ui/field'
import { FormFile } from '@/components/ui/form-file'
import { FILE_MAX_BYTES } from '@/domain/evidence'
import { EVIDENCE_KINDS } from '@/domain/words'

const ACCEPTED = '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps,.png,.jpg,.jpeg,.gif,.webp,.bmp,.tif,.tiff,.heic'

/** A document number, a link, a word on what was done offline, or a file. */
export function EvidenceFields({ hint }: { hint?: string }) {
  const t = useTranslations('forms.task')
  const kinds = useTranslations('evidenceKinds')
  const options: Option[] = EVIDENCE_KINDS.map((value) => ({ value, label: kinds(value) }))
  return (
    <>
      <div className="foot">
        <FormSelect name="evidenceKind" line label={t('evidenceKind')} options={options} />
        <FormText name="evidenceText" line label={t('evidenceText')} hint={hint} maxLength={200} />
      </div>
      <FormFile
        name="evidenceFile"
        uploadedName="evidenceUploaded"
        label={t('evidenceFile')}
        hint={t('evidenceFileHint')}
        accept={ACCEPTED}
        maxBytes={FILE_MAX_BYTES}
      />
    </>
  )
}
