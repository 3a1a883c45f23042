export type PasswordPolicy = { minLength: number; classes: number }
export type PasswordProblem = 'password-too-short' | 'password-too-simple' | 'password-is-username'

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

/** Why a password will not do; null if it will. `classes` is how many of lower case, upper case, digits and other characters it needs. */
export function passwordProblem(policy: PasswordPolicy, password: string, username: string): PasswordProblem | null {
  if ([...password].length < policy.minLength) return 'password-too-short'
  if (password.trim().toLowerCase() === username) return 'password-is-username'
  return CLASSES.filter((kind) => kind.test(password)).length < policy.classes ? 'password-too-simple' : null
}
