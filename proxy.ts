import { type NextRequest, NextResponse } from 'next/server'

// biome-ignore lint/style/noProcessEnv: a constant of the build, not a setting
const inDevelopment = process.env.NODE_ENV === 'development'

/** Bytes; `bodySizeLimit` in next.config.js. The framework answers what is larger with an error without words. */
const BODY_MAX = 21 * 1024 * 1024

/**
 * Gives each page a content security policy with a nonce of its own, and tells it its address; a form that is too large goes where that
 * is said in words. Nothing else happens here: who may see what is decided by the guard, because a proxy can be walked around.
 */
export function proxy(request: NextRequest): NextResponse {
  if (Number(request.headers.get('content-length')) > BODY_MAX) return NextResponse.redirect(new URL('/too-large', request.nextUrl), 303)
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  // what is set here outdoes what a handler sets: a file that someone brought may do nothing at all
  response.headers.set('content-security-policy', request.nextUrl.pathname.startsWith('/files/') ? "sandbox; default-src 'none'" : policy)
  return response
}

/** Style attributes are not allowed: bars and charts are SVG with attributes. The development server needs eval and inline styles. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${inDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const config = { matcher: '/((?!_next/static/|icon.svg).*)' }
