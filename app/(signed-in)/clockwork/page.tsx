import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { sendAgain, testChannel } from '@/app/(signed-in)/clockwork/actions'
import { requireViewerOf } from '@/auth/require-viewer'
import { realNow } from '@/clock'
import { ChannelsTable } from '@/components/clockwork/channels-table'
import { DeliveriesTable } from '@/components/clockwork/deliveries-table'
import { JobsTable } from '@/components/clockwork/jobs-table'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { database } from '@/db/client'
import { clockworkStanding } from '@/db/queries/clockwork-page'
import { DELIVERIES_SHOWN, unsentDeliveries } from '@/db/queries/deliveries'
import { ownSettings } from '@/db/queries/own-settings'
import { canSetSystem } from '@/domain/permissions'
import { env } from '@/env'
import { CHANNELS, configuredChannels } from '@/jobs/channels/channel'
import { LEASE } from '@/jobs/clockwork'
import { JOBS, type JobName, nextDue } from '@/jobs/schedule'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clockwork'))('title') }
}

export default async function ClockworkPage() {
  const viewer = await requireViewerOf(canSetSystem)
  const { db } = await database()
  const t = await getTranslations('clockwork')
  const now = realNow()
  const { jobs, lease } = await clockworkStanding(db, viewer, JOBS, LEASE)
  const deliveries = await unsentDeliveries(db, viewer)
  const { email } = await ownSettings(db, viewer)
  const configured = configuredChannels(env)
  return (
    <>
      <PageHead title={t('title')} note={env.LEDGER_CLOCKWORK ? t('note') : t('off')} />
      <Section title={t('jobsTitle')} note={lease && lease.until > now ? t('heldBy', { holder: lease.holder }) : t('heldByNobody')}>
        <JobsTable jobs={jobs.map((job) => ({ ...job, nextAt: nextDue(job.job as JobName, now) }))} now={now} />
      </Section>
      <Section className="mt-6" title={t('channelsTitle')} note={t('channelsNote')}>
        <ChannelsTable
          channels={CHANNELS.map((channel) => ({ channel, configured: configured.includes(channel) }))}
          ownAddress={email !== null}
          test={testChannel}
        />
      </Section>
      <Section
        className="mt-6"
        title={t('deliveriesTitle')}
        note={t('deliveriesNote', { failed: deliveries.failed, waiting: deliveries.waiting, sent: deliveries.sent })}
      >
        <DeliveriesTable
          lines={deliveries.lines.map((line) => ({ ...line, off: !configured.includes(line.channel) }))}
          more={deliveries.failed + deliveries.waiting > DELIVERIES_SHOWN}
          sendAgain={sendAgain}
        />
      </Section>
    </>
  )
}
