import { env } from '@/env'

/** Where the ledger is reached from outside; the development server's own address where none is set. */
export const LEDGER_ADDRESS = (env.NEXTAUTH_URL ?? 'http://localhost:3000').replace(/\/$/, '')

export const feedAddress = (token: string): string => `${LEDGER_ADDRESS}/calendar-feed/${token}.ics`
