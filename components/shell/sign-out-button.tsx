'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { forgetAllDrafts } from '@/components/ui/drafts'

export function SignOutButton({ signOut, children }: { signOut: () => Promise<void>; children: ReactNode }) {
  return (
    <form action={signOut} onSubmit={forgetAllDrafts}>
      <Button type="submit" variant="plain">
        {children}
      </Button>
    </form>
  )
}
