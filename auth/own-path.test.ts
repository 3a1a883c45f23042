import { expect, it } from 'vitest'
import { isOwnOrigin } from '@/auth/own-origin'
import { ownPath } from '@/auth/own-path'

it('after signing in one comes back to the page asked for', () => {
  expect(ownPath('/tasks/47?tab=history')).toBe('/tasks/47?tab=history')
})

it('never to another site, and not round in circles', () => {
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/\t/evil.example',
    '/.//evil.example/x',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/.\\/evil.example',
    '/a\\..\\\\evil.example',
    '/sign-in?next=/x',
  ])
    expect(ownPath(next)).toBe('/')
})

it('a form counts only from a page of ours: no Origin, a foreign or an opaque one are refused', () => {
  const from = (origin: string | null, more: Record<string, string> = {}) =>
    isOwnOrigin(new Headers({ host: 'ledger.example', ...(origin === null ? {} : { origin }), ...more }))
  expect(from('https://ledger.example')).toBe(true)
  expect(from('https://outside.example', { 'x-forwarded-host': 'outside.example' })).toBe(true)
  for (const origin of [null, 'null', 'https://evil.example', 'https://ledger.example.evil.example']) expect(from(origin)).toBe(false)
})
