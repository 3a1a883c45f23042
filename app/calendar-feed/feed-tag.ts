import { createHash } from 'node:crypto'

/** The calendar's ETag. A weak one: when it was made, which every entry says, is left out, so that it stays while no entry changes. */
export function feedTag(ics: string): string {
  const matter = ics.replace(/^DTSTAMP:.*\r\n/gm, '')
  return `W/"${createHash('sha256').update(matter).digest('base64url')}"`
}

/** True if the caller has this edition already (If-None-Match; weak and strong tags are alike). */
export function isKnown(request: Request, tag: string): boolean {
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return known.includes('*') || known.includes(tag.replace(/^W\//, ''))
}
