import { expect, it } from 'vitest'
import { underOwnNames } from '@/domain/own-names'
import type { DutyRole } from '@/domain/words'

const aliases = { 卫健局: '区卫生健康局', 防疫站: '区疾控中心' }
const departments = (...cells: string[]) =>
  cells.map((cell) => {
    const [name = '', role = 'cooperating'] = cell.split(':')
    return { name, role: role as DutyRole }
  })

it.each([
  [
    ['卫健局:lead', '防疫站'],
    ['区卫生健康局:lead', '区疾控中心'],
  ],
  [['卫健局:lead', '区卫生健康局'], ['区卫生健康局:lead']],
  [['区卫生健康局', '卫健局:lead'], ['区卫生健康局:lead']],
  [
    ['公安局:lead', '卫健局', '区卫生健康局'],
    ['公安局:lead', '区卫生健康局'],
  ],
])('%j becomes %j', (given, expected) =>
  expect(underOwnNames({ departments: departments(...given) }, aliases).departments).toEqual(departments(...expected)),
)
