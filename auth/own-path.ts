/** Where to go after signing in: the path asked for if it is one of ours, else the home page. */
export function ownPath(next: string): string {
  const here = 'http://here'
  if (!next.startsWith('/') || !URL.canParse(next, here)) return '/'
  const url = new URL(next, here)
  // "/.//evil.example" is ours as it stands, and another site once its dots are resolved
  const isOther = url.origin !== here || url.pathname.startsWith('//')
  const isSignIn = ['/sign-in', '/first-sign-in'].includes(url.pathname)
  return !isOther && !isSignIn ? url.pathname + url.search : '/'
}
