'use client'

import { Failure, type FailureProps } from '@/components/shell/failure'

/** A page that fails, within the frame that stands. */
export default function ErrorPage(props: FailureProps) {
  return <Failure {...props} />
}
