import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { type PasswordPolicy, passwordProblem } from '@/domain/password-policy'
import { env } from '@/env'

/** argon2id (the library's number 2) with the least cost that OWASP recommends: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What stands in place of a hash where no password can fit, as in demonstrations with one-click sign-in. */
export const NO_PASSWORD = 'none'

/** The hash of a password that nobody has, at the same cost: what is checked when there is no such account. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$Q3BPgPm1BMZtNvnvqzUGYQ$ZveKBri56hm7ET7hTov1jVs2hyiAJPqv+s1O2KWDGVQ'

export const passwordPolicy: PasswordPolicy = { minLength: env.PASSWORD_MIN_LENGTH, classes: env.PASSWORD_CLASSES }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** Takes as long for an account that does not exist (null), or has no password, as for one that does. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const usable = stored !== null && stored !== NO_PASSWORD
  const matches = await verify(usable ? stored : NOBODY, password)
  return matches && usable
}

// Without 0 O 1 l I, which look alike on paper.
const LETTERS_AND_DIGITS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const OTHERS = '-+=#@'

/** A random password to be used once: at least 12 characters, within the policy, readable on paper. */
export function oneTimePassword(): string {
  const length = Math.max(12, passwordPolicy.minLength)
  for (;;) {
    const characters = Array.from({ length }, () => pick(LETTERS_AND_DIGITS))
    if (passwordPolicy.classes > 3) characters[randomInt(1, length)] = pick(OTHERS)
    const password = characters.join('')
    if (passwordProblem(passwordPolicy, password, '') === null) return password
  }
}

const pick = (alphabet: string): string => alphabet.charAt(randomInt(alphabet.length))
