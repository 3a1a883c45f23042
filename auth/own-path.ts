/** Where to go after signing in: the path asked for if it is one of ours, else the home page. */
export function ownPath(next: string): string {
  const here = 'http://here'
  if (!next.startsWith('/') || !URL.canParse(next, here)) return '/'
  const url = new URL(next, here)
  const isSignIn = ['/sign-in', '/first-sign-in'].includes(url.pathname)
  return url.origin === here && !isSignIn ? url.pathname + url.search : '/'
}
