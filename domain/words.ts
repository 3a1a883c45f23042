/** The codes of domain.md. The interface names them through messages/*.json under the same keys. */
export const ROLES = ['officer', 'supervisor', 'leader', 'administrator', 'auditor'] as const
export type Role = (typeof ROLES)[number]

export const STATES = ['not_started', 'in_progress', 'claimed', 'closed', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/** In order of precedence: the first that matches is the task's light (rule 4). */
export const LIGHTS = ['closed', 'withdrawn', 'overdue', 'claimed', 'behind', 'due_soon', 'normal'] as const
export type Light = (typeof LIGHTS)[number]

export const PARTS = ['none', 'done', 'waiting_for_lead', 'obstructed'] as const
export type Part = (typeof PARTS)[number]

export const DUTY_ROLES = ['lead', 'cooperating'] as const
export type DutyRole = (typeof DUTY_ROLES)[number]

export const BASES = ['approved', 'issued'] as const
export type Basis = (typeof BASES)[number]

/** The kinds of evidence that are typed; a file is uploaded. */
export const EVIDENCE_KINDS = ['document_number', 'link', 'offline'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** `text` is what was typed, or the file's name as shown. `size` in bytes; `sha256` of the content as hex. */
export type FileEvidence = { kind: 'file'; text: string; file: string; size: number; sha256: string }
export type Evidence = { kind: EvidenceKind; text: string } | FileEvidence
