import { useTranslations } from 'next-intl'
import type { Evidence } from '@/domain/words'

/** An evidence in words; a file and a web address as links. */
export function EvidenceText({ evidence }: { evidence: Evidence }) {
  const t = useTranslations()
  return t.rich('history.evidenceOf', { kind: t(`evidenceKinds.${evidence.kind}`), what: () => <EvidenceLink evidence={evidence} /> })
}

export function EvidenceLink({ evidence }: { evidence: Evidence }) {
  if (evidence.kind === 'file')
    return (
      <a href={`/files/${evidence.file}`} download>
        {evidence.text}
      </a>
    )
  if (evidence.kind === 'link' && /^https?:\/\//i.test(evidence.text))
    return (
      <a href={evidence.text} rel="noreferrer noopener" target="_blank">
        {evidence.text}
      </a>
    )
  return <>{evidence.text}</>
}
