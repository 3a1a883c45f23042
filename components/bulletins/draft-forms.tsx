import { useTranslations } from 'next-intl'
import { ProseDraft } from '@/components/bulletins/prose-draft'
import { UnsavedProse } from '@/components/bulletins/unsaved-prose'
import { KeptVersion } from '@/components/settings/kept-version'
import { ActionForm, FormText, FormTextArea } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { FormDay } from '@/components/ui/form-day'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { type BulletinProse, PROSE_MAX, PROSE_NAMES } from '@/domain/bulletin-prose'
import type { Day } from '@/domain/calendar'

type About = { id: string; version: number }

/** The paragraphs that a person writes, in their order; an empty one is not printed. */
export function ProseForm({ draft, prose, user, action }: { draft: About; prose: BulletinProse; user: string; action: Action }) {
  const t = useTranslations('bulletins')
  return (
    <Section title={t('proseTitle')} note={t('proseNote')}>
      <ActionForm action={action} id="prose" className="taskform">
        <ProseDraft user={user} formId={`bulletin-${draft.id}`} />
        <input type="hidden" name="id" value={draft.id} />
        <KeptVersion version={draft.version} />
        {PROSE_NAMES.map((name) => (
          <FormTextArea
            key={name}
            name={name}
            label={t(`prose.${name}`)}
            hint={name === 'problems' ? t('problemsHint') : undefined}
            defaultValue={prose[name]}
            rows={prose[name] ? 4 : 2}
            maxLength={PROSE_MAX}
            lang="zh-CN"
          />
        ))}
        <p className="btns">
          <SubmitButton variant="normal">{t('save')}</SubmitButton>
        </p>
      </ActionForm>
    </Section>
  )
}

/** Signs and issues; stays when there is nothing more to sign, so that it is said what happened. */
export function IssueForm({ draft, today, action }: { draft: (About & { prose: BulletinProse }) | null; today: Day; action: Action }) {
  const t = useTranslations('bulletins')
  return (
    <section className={draft ? 'sec' : undefined}>
      {draft && (
        <header>
          <h2>{t('issueTitle')}</h2>
          <span className="note">{t('issueTitleNote')}</span>
        </header>
      )}
      <ActionForm action={action} id="issue" className="taskform">
        {draft && (
          <>
            <input type="hidden" name="id" value={draft.id} />
            <input type="hidden" name="version" value={draft.version} />
            <FormText name="signOffName" label={t('signOffName')} maxLength={200} required />
            <FormText name="signOffPost" label={t('signOffPost')} maxLength={200} required />
            <FormDay name="signOffOn" label={t('signOffOn')} defaultValue={today} max={today} required />
            <p className="note">{t('issueNote')}</p>
            <p className="btns">
              <SubmitButton>{t('sign')}</SubmitButton>
            </p>
          </>
        )}
      </ActionForm>
      {draft && <UnsavedProse saved={draft.prose} />}
    </section>
  )
}

/** Recomputes the figures from the events and says whether they are still what was issued. */
export function VerifyForm({ id, action }: { id: string; action: Action }) {
  const t = useTranslations('bulletins')
  return (
    <Section title={t('verifyTitle')}>
      <ActionForm action={action} id="verify">
        <input type="hidden" name="id" value={id} />
        <p className="note">{t('verifyNote')}</p>
        <p className="btns">
          <SubmitButton variant="normal">{t('verify')}</SubmitButton>
        </p>
      </ActionForm>
    </Section>
  )
}
