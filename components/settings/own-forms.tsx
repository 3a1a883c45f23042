import { useLocale, useTranslations } from 'next-intl'
import { ActionForm, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { ButtonLink } from '@/components/ui/button'
import { instantText } from '@/components/ui/instant-text'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'

type OwnFormsProps = {
  email: string | null
  /** Null for those who have no deadlines to see; `since` is null while there is no address. */
  feed: { since: string | null } | null
  actions: { changeEmail: Action; createFeed: Action; revokeFeed: Action }
}

/** What a person sets for themselves. */
export function OwnForms({ email, feed, actions }: OwnFormsProps) {
  const t = useTranslations('own')
  return (
    <div className="own">
      <Section title={t('emailTitle')} note={t('emailNote')}>
        <ActionForm action={actions.changeEmail} id="email">
          <FormText
            name="email"
            inputMode="email"
            autoComplete="email"
            label={t('email')}
            hint={t('emailHint')}
            defaultValue={email ?? ''}
          />
          <SubmitButton>{t('save')}</SubmitButton>
        </ActionForm>
      </Section>
      {feed && <Feed since={feed.since} actions={actions} />}
      <Section title={t('passwordTitle')}>
        <ButtonLink href="/password">{t('password')}</ButtonLink>
      </Section>
    </div>
  )
}

function Feed({ since, actions }: { since: string | null; actions: OwnFormsProps['actions'] }) {
  const t = useTranslations('own')
  const locale = useLocale()
  return (
    <Section title={t('feedTitle')} note={t('feedNote')} id="feed">
      <p>{since === null ? t('feedNone') : t('feedSince', { time: instantText(since, locale) })}</p>
      <p className="note">{t('feedHow')}</p>
      <div className="feedforms">
        <ActionForm action={actions.createFeed} id="create">
          <SubmitButton variant={since === null ? 'go' : 'normal'}>{t(since === null ? 'feedCreate' : 'feedAgain')}</SubmitButton>
        </ActionForm>
        {/* stays in its place once there is nothing to end, because it says that it was ended */}
        <ActionForm action={actions.revokeFeed} id="revoke">
          {since !== null && <SubmitButton variant="normal">{t('feedRevoke')}</SubmitButton>}
        </ActionForm>
      </div>
    </Section>
  )
}
