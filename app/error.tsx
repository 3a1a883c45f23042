'use client'

import { Failure, type FailureProps } from '@/components/shell/failure'

/** Where the frame around the pages fails too. */
export default function ErrorPage(props: FailureProps) {
  return (
    <main id="main" className="wrap narrow">
      <Failure {...props} />
    </main>
  )
}
