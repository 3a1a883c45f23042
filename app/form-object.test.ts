import { expect, it } from 'vitest'
import { formObject, typedValues } from '@/app/form-object'

function form(...fields: [string, string | File][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

it('fields are nested as their names are, with dots or brackets', () => {
  const data = form(['number', '47'], ['rows.3.done', '开会'], ['rows[3][on]', '2024-03-15'], ['rows.10.done', '发文'])
  expect(plain(formObject(data))).toEqual({ number: '47', rows: { 3: { done: '开会', on: '2024-03-15' }, 10: { done: '发文' } } })
})

it('names that come more than once, or end in [], are arrays', () => {
  const data = form(['seqs[]', '1'], ['part', 'a'], ['part', 'b'], ['part', 'c'])
  expect(plain(formObject(data))).toEqual({ seqs: ['1'], part: ['a', 'b', 'c'] })
})

it('a file that was chosen stays a file; a file field without a choice, and one within a list, stay out', () => {
  const file = new File(['x'], 'x.txt')
  const data = form(['chosen', file], ['none', new File([], '')], ['rows.1.file', file])
  expect(Object.entries(formObject(data))).toEqual([['chosen', expect.objectContaining({ name: 'x.txt' })]])
})

it('what belongs to the framework and prototypes stay out', () => {
  const data = form(['$ACTION_KEY', 'k'], ['__proto__.isAdmin', 'yes'], ['constructor.prototype.isAdmin', 'yes'])
  expect(Object.keys(formObject(data)).sort()).toEqual(['__proto__', 'constructor'])
  expect({}).not.toHaveProperty('isAdmin')
})

it('a name that is too long or too deep is skipped, before it costs anything', () => {
  const deep = (parts: number) => Array(parts).fill('a').join('.')
  const data = form(['a.'.repeat(400_000), 'x'], ['n'.repeat(201), 'x'], [deep(9), 'x'], ['[a]'.repeat(9), 'x'], [deep(8), 'y'])
  expect(JSON.stringify(formObject(data))).toBe(`${'{"a":'.repeat(8)}"y"${'}'.repeat(8)}`)
  expect(Object.keys(typedValues(data)).every((name) => name.length <= 200)).toBe(true)
})

it('what was typed is given back, but no password', () => {
  expect(typedValues(form(['username', 'a'], ['password', 'p'], ['passwordAgain', 'p'], ['presentPassword', 'p']))).toEqual({
    username: 'a',
  })
})
