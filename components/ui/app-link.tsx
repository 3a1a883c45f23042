import Link from 'next/link'
import type { ComponentProps } from 'react'

/** A link within the application. Not fetched ahead: a page of numbers that are all links would ask for hundreds of pages. */
export function AppLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}
