// With JavaScript: which lines of the form say something, read from the controls themselves. The server asks the same of what is sent.
const FILLING = /\.(progress|done|claim|problems|nextStep|part|note)$/
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export const linesOf = (form: HTMLFormElement): HTMLFieldSetElement[] => [
  ...form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-line]'),
]

export const isFilledLine = (line: HTMLFieldSetElement): boolean =>
  ([...line.elements] as Control[]).some((control) => FILLING.test(control.name) && says(control))

const says = (control: Control): boolean =>
  control.type === 'checkbox' ? (control as HTMLInputElement).checked : control.value.trim() !== ''
