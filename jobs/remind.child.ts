// For reminders.processes.test.ts only: a process of its own that waits for its start, reminds and hands on without any lease, and prints
// how much of it was new.
import { openDatabase } from '@/db/client'
import { handOn } from '@/jobs/hand-on'
import { remind } from '@/jobs/reminders'

const [folder = '', day = '', startAt = '0'] = process.argv.slice(2)
const database = await openDatabase(folder)
await new Promise((start) => setTimeout(start, Math.max(0, Number(startAt) - performance.timeOrigin - performance.now())))
const now = `${day}T01:00:00.000Z`
const time = { today: day, now, real: now }
const reminders = Object.values(await remind(database, time)).reduce((sum, count) => sum + count, 0)
const { deliveries } = await handOn(database, { channels: ['wecom'], address: null }, { ...time, digestNow: true })
await database.close()
process.stdout.write(JSON.stringify({ reminders, deliveries }))
