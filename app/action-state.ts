/** A key of messages/*.json with its namespace, such as `errors.stale`, and what is filled in. */
export type Words = { key: string; values?: Record<string, string | number> }

/** What a form shows after it was posted; the first argument and the answer of every action, with JavaScript (useActionState) or without. */
export type ActionState = {
  status: 'idle' | 'done' | 'refused'
  message?: Words
  /** By the name of the field, as in the form. */
  fieldErrors?: Record<string, Words>
  /** What was typed, by the name of the field, so that nothing is lost. Passwords are not given back. Empty once it is done. */
  values?: Record<string, string>
  /** Which rule said no, for those who offer a way on: `stale` shows both versions, `parts-unconfirmed` asks for a reason. */
  code?: string
  /** What the interface needs besides, such as the event that can be undone. */
  data?: Record<string, string | number>
}

export const IDLE: ActionState = { status: 'idle' }

/** It was carried out, and this is what to say. */
export const done = (key: string, values?: Words['values'], data?: ActionState['data']): ActionState => ({
  status: 'done', message: { key, values }, data,
})
