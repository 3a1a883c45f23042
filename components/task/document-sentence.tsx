import { useTranslations } from 'next-intl'
import type { EventOf } from '@/components/task/event-sentence'
import { citation } from '@/domain/document-ref'
import type { Amendments, Assigned } from '@/domain/events'

export type DocumentEvent = EventOf<'amended' | 'reassigned' | 'referred' | 'reference_removed'>

/** What a document changed about a task, and what the task was linked with, in a sentence. */
export function DocumentSentence({ event, who }: { event: DocumentEvent; who: string }) {
  const t = useTranslations()
  switch (event.kind) {
    case 'amended': {
      const changes = changesOf(event.payload.changes).map(({ what, from, to }) =>
        t('history.changed', { what: t(`terms.${what}`), from, to }),
      )
      return t('history.amended', { who, document: citation(event.payload.document), changes: changes.join(t('common.listSeparator')) })
    }
    case 'reassigned': {
      const named = (all: readonly Assigned[]) =>
        all.map(({ name, role }) => (role === 'lead' ? t('history.leadMark', { name }) : name)).join(t('common.listSeparator'))
      const { document, before, departments } = event.payload
      return t('history.reassigned', { who, document: citation(document), before: named(before), after: named(departments) })
    }
    case 'referred':
      return t('history.referred', { who, other: event.payload.note })
    case 'reference_removed':
      return t('history.reference_removed', { who })
  }
}

type Changed = { what: 'goal' | 'title' | 'measure' | 'deadline'; from: string; to: string }

function changesOf({ goal, title, measure, deadline }: Amendments): Changed[] {
  const changed: (Changed | undefined)[] = [
    goal && { what: 'goal', from: goal.from.text, to: goal.to.text },
    title && { what: 'title', ...title },
    measure && { what: 'measure', ...measure },
    deadline && { what: 'deadline', from: deadline.from.issued, to: deadline.to.issued },
  ]
  return changed.filter((change) => change !== undefined)
}
