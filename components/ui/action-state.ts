/** What a form shows after it was posted: the first argument and the answer of every action, with JavaScript (useActionState) or without. */
export type ActionState = {
  status: 'idle' | 'done' | 'refused'
  /** What happened, in the viewer's language. */
  message?: string
  /** What is wrong with a field, by its name in the form. */
  fieldErrors?: Record<string, string>
  /** What was typed, by field, so that nothing is lost; passwords are not given back. Absent once it is done. */
  values?: Record<string, string>
  /** Which rule said no, for forms that offer a way on: `stale` shows both versions, `parts-unconfirmed` asks for a reason. */
  code?: string
  /** What the form needs besides, such as the event that can be undone. */
  data?: Record<string, string | number>
}

export type Action = (previous: ActionState, form: FormData) => Promise<ActionState>

export const IDLE: ActionState = { status: 'idle' }
