import type { FileRefusal } from '@/documents/source-document'

/** Carries a refusal out of the depth of a parser; `readSource` turns it into a value. */
export class Refused extends Error {
  readonly refusal: FileRefusal

  constructor(refused: FileRefusal['refused'], values?: FileRefusal['values']) {
    super(refused)
    this.refusal = values ? { refused, values } : { refused }
  }
}
