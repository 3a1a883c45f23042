import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { AppLink } from '@/components/ui/app-link'
import { SubmitButton } from '@/components/ui/submit-button'

export type ChannelName = 'email' | 'wecom' | 'dingtalk' | 'feishu'

type ChannelsTableProps = { channels: readonly { channel: ChannelName; configured: boolean }[]; ownAddress: boolean; test: Action }

/** Which ways out are set up, never with what; a test message shows whether they work. */
export function ChannelsTable({ channels, ownAddress, test }: ChannelsTableProps) {
  const t = useTranslations('clockwork')
  return (
    <ul className="channels">
      {channels.map(({ channel, configured }) => (
        <li key={channel}>
          <span className="t">{t(`channels.${channel}`)}</span>
          <span className={configured ? undefined : 'muted'}>{t(configured ? 'configured' : 'notConfigured')}</span>
          {configured && channel === 'email' && !ownAddress && (
            <p className="note">{t.rich('noOwnAddress', { link: (chunks) => <AppLink href="/own">{chunks}</AppLink> })}</p>
          )}
          {configured && (channel !== 'email' || ownAddress) && (
            <ActionForm action={test} id={`test-${channel}`}>
              <input type="hidden" name="channel" value={channel} />
              <SubmitButton variant="normal" small>
                {t(channel === 'email' ? 'testMail' : 'testRobot')}
                <span className="vh"> {t(`channels.${channel}`)}</span>
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
