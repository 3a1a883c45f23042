import { viewerOrNull } from '@/auth/require-viewer'
import type { Viewer } from '@/domain/permissions'

type Context<P> = { params: Promise<P> }

/**
 * A route handler for people who are signed in: 401 for the others. `hidden` becomes a 404 and `not-permitted` a 403, both without
 * content.
 */
export function viewerHandler<P = Record<string, never>>(
  answer: (viewer: Viewer, request: Request, params: P) => Promise<Response | 'hidden' | 'not-permitted'>,
): (request: Request, context: Context<P>) => Promise<Response> {
  return async (request, { params }) => {
    const viewer = await viewerOrNull()
    if (!viewer) return new Response(null, { status: 401 })
    const outcome = await answer(viewer, request, await params)
    if (outcome instanceof Response) return outcome
    return new Response(null, { status: outcome === 'hidden' ? 404 : 403 })
  }
}
