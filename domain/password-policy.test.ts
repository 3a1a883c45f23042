import { expect, it } from 'vitest'
import { passwordProblem } from '@/domain/password-policy'

const policy = { minLength: 10, classes: 2 }

it('a password is long enough, of enough kinds of characters, and not the username', () => {
  expect(passwordProblem(policy, 'abcdefgh1', 'wjj')).toBe('password-too-short')
  expect(passwordProblem(policy, 'abcdefghij', 'wjj')).toBe('password-too-simple')
  expect(passwordProblem(policy, 'Abcdefgh-1', 'abcdefgh-1')).toBe('password-is-username')
  expect(passwordProblem(policy, 'abcdefghi1', 'wjj')).toBeNull()
  expect(passwordProblem({ minLength: 4, classes: 4 }, 'aB3汉', 'wjj')).toBeNull()
})

it('length counts characters as people do, not code units', () => {
  expect(passwordProblem({ minLength: 4, classes: 1 }, '𠮷𠮷𠮷', 'wjj')).toBe('password-too-short')
})
