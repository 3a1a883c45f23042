import { randomUUID } from 'node:crypto'

/** Ids are made in code, so that both engines have the same ones. */
export const newId = (): string => randomUUID()
