import type { IssuedRow } from '@/domain/issued-table'

/**
 * The row with its departments under their own names: `aliases` leads from former and other names to them. Where two of its names are one
 * department, the one in the lead stays, else the first.
 */
export function underOwnNames<T extends Pick<IssuedRow, 'departments'>>(row: T, aliases: Readonly<Record<string, string>>): T {
  const named = row.departments.map(({ name, role }) => ({ name: Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name, role }))
  const leads = new Set(named.flatMap(({ name, role }) => (role === 'lead' ? [name] : [])))
  const departments = named.filter(
    ({ name, role }, index) =>
      (role === 'lead' || !leads.has(name)) && named.findIndex((one) => one.name === name && one.role === role) === index,
  )
  return { ...row, departments }
}
