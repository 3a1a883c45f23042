import { getRedirectError } from 'next/dist/client/components/redirect'

/**
 * Redirects with 303, so that a form which was posted is not posted again to the new address. Next's own redirect() answers 307 where a
 * page is rendered after a post.
 */
export function seeOther(path: string): never {
  throw getRedirectError(path, 'replace', 303)
}
