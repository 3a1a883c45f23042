import { z } from 'zod'

/** The two fields of a new password, for forms that set one. */
export const newPassword = { password: z.string().min(1).max(256), passwordAgain: z.string() }

type Typed = { password: string; passwordAgain: string }

/** For refine(): both were typed alike. */
export const isRepeated: [(form: Typed) => boolean, { path: string[]; message: string }] = [
  (form) => form.password === form.passwordAgain,
  { path: ['passwordAgain'], message: 'errors.passwords-differ' },
]
