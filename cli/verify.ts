import { parseArgs } from 'node:util'
import { type Command, UsageError } from '@/cli/command'
import { type Mismatch, verifyRecord } from '@/db/queries/verify-record'
import { numberText } from '@/domain/task-number'

const USAGE = 'ledger verify [--json]'

/** `ledger verify`: whether the record adds up (db/queries/verify-record.ts); nothing is made, migrated or written. Exit code 1 if it does not. */
export const verifyCommand: Command = async (args, { databaseAsIs, say, put }) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  if (positionals.length > 0) throw new UsageError(USAGE)
  const database = await databaseAsIs()
  if (!database) {
    say('还没有台账：先运行 ledger import。There is no ledger yet: run ledger import first.')
    return 1
  }
  const verified = await verifyRecord(database.db)
  const { tasks, events, periods, bulletins, mismatches } = verified
  if (values.json) put(`${JSON.stringify(verified, null, 2)}\n`)
  say(`已核对 ${tasks} 项任务、${events} 条记录、${periods} 段状态、${bulletins} 期通报。`)
  say(`Verified ${tasks} tasks, ${events} events, ${periods} periods, ${bulletins} bulletins.`)
  for (const mismatch of mismatches) say(`  ${words(mismatch)}`)
  say(mismatches.length === 0 ? '全部相符。Everything adds up.' : `不符 ${mismatches.length} 处。${mismatches.length} mismatches.`)
  return mismatches.length === 0 ? 0 : 1
}

function words(mismatch: Mismatch): string {
  switch (mismatch.what) {
    case 'chain':
      return `第${numberText(mismatch.task)}项：第${mismatch.seq}条记录与校验链不符 Task ${numberText(mismatch.task)}: event ${mismatch.seq} breaks the chain of hashes`
    case 'periods':
      return `第${numberText(mismatch.task)}项：状态与记录推算的不同 Task ${numberText(mismatch.task)}: the periods are not the fold of its events`
    case 'checksum':
      return `清单${mismatch.plan}第${mismatch.bulletin}期通报：封存的数字与校验值不符 Plan ${mismatch.plan}, bulletin No. ${mismatch.bulletin}: the stored figures do not fit their SHA-256`
    case 'sheet':
      return `清单${mismatch.plan}第${mismatch.bulletin}期通报：存档的版面与校验值不符 Plan ${mismatch.plan}, bulletin No. ${mismatch.bulletin}: the stored sheet does not fit its SHA-256`
    case 'figures':
      return `清单${mismatch.plan}第${mismatch.bulletin}期通报：按当时所知的记录重算，数字不同 Plan ${mismatch.plan}, bulletin No. ${mismatch.bulletin}: recomputed figures differ: ${mismatch.where.join(', ')}`
  }
}
