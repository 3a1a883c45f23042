'use client'

import { useFormField } from '@/components/ui/action-form'

/** Which version the form has seen: once it was refused as stale, the one that the refusal told of. */
export function KeptVersion({ version }: { version: number }) {
  const { typed } = useFormField('version')
  return <input type="hidden" name="version" value={typed ?? version} readOnly />
}
