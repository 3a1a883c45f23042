import { expect, it } from 'vitest'
import { reportLine } from '@/app/(signed-in)/departments/row-fields'
import { readListQuery } from '@/app/list-query'
import { aboutEvent, aboutTask, claimCommand, claimFields, isAddressMissing, line, seenFields, text, wholeSignOff } from '@/app/task-forms'

const formId = '2f1e6c1c-6d0f-4b57-9e0b-5f4f8a1b2c3d'
const claim = aboutTask.extend(claimFields.shape).superRefine(wholeSignOff)
const claimed = { number: '47', version: '3', formId, on: '2024-03-15', note: '做完了' }
const signed = { signOffName: '王平', signOffPost: '局长', signOffOn: '2024-03-18' }

function misfits(schema: typeof claim | typeof reportLine, form: object): Record<string, string> {
  const issues = schema.safeParse(form).error?.issues ?? []
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]))
}

it('numbers, versions and events stay where a database can count', () => {
  const event = { number: '47', version: '3', formId, seq: '3' }
  expect(aboutEvent.safeParse(event).success).toBe(true)
  expect(aboutEvent.safeParse({ ...event, version: '' }).data?.version).toBe(null)
  for (const name of ['number', 'version', 'seq']) expect(aboutEvent.safeParse({ ...event, [name]: '9999999999' }).success).toBe(false)
  expect(seenFields.safeParse({ seqs: ['1', '9999999999'] }).success).toBe(false)
  expect(readListQuery({ goal: '9999999999' }, '2024-03-15').filter.goal).toBe(undefined)
})

it('no text keeps a character that cannot be stored', () => {
  for (const field of [text, line]) expect(field.parse(' 开\u0000会\u0000 ')).toBe('开会')
})

it('a sign-off has a name, a post and a day, and none of them is guessed', () => {
  expect(misfits(claim, { ...claimed, ...signed })).toEqual({})
  expect(misfits(claim, { ...claimed, ...signed, signOffOn: '' })).toEqual({ signOffOn: 'errors.day-required' })
  expect(misfits(claim, { ...claimed, ...signed, signOffOn: '2024-02-30' })).toEqual({ signOffOn: 'errors.day-required' })
  expect(misfits(claim, { ...claimed, ...signed, signOffPost: ' ' })).toEqual({ signOffPost: 'errors.sign-off-required' })
  expect(misfits(claim, { ...claimed, ...signed, signOffName: '' })).toEqual({ signOffName: 'errors.sign-off-required' })
  expect(claimCommand(claim.parse({ ...claimed, ...signed }), null)).toHaveProperty('signOff', {
    name: '王平',
    post: '局长',
    on: '2024-03-18',
  })
  // the day alone stands there from the start
  expect(claimCommand(claim.parse({ ...claimed, signOffOn: '2024-03-18' }), null)).toHaveProperty('signOff', null)
})

it('half a sign-off of one row is refused, and never completed from the one for all rows', () => {
  expect(misfits(reportLine, { on: '2024-03-15', claim: 'on', signOffName: '王平' })).toEqual({ signOffPost: 'errors.sign-off-required' })
  expect(misfits(reportLine, { on: '2024-03-15', progress: '50', signOffName: '王平' })).toEqual({})
})

it('a link as evidence is an address that a browser opens', () => {
  const link = (evidenceText: string) => ({ evidenceKind: 'link', evidenceText }) as const
  for (const address of ['https://www.mancheng.gov.cn/a?b=1', 'HTTP://10.0.0.1:8080/x', ''])
    expect(isAddressMissing(link(address))).toBe(false)
  for (const other of ['区政府网站', 'www.mancheng.gov.cn', 'javascript:alert(1)', 'https://', 'ftp://a.cn/b', 'https://a b'])
    expect(isAddressMissing(link(other))).toBe(true)
  expect(isAddressMissing({ evidenceKind: 'offline', evidenceText: '现场看过' })).toBe(false)
  const line = { on: '2024-03-15', ...link('区政府网站') }
  expect(misfits(reportLine, { ...line, claim: 'on' })).toEqual({ evidenceText: 'errors.evidence-link' })
  expect(misfits(reportLine, { ...line, progress: '50' })).toEqual({})
})
