// How the parts of an Office file hang together: its main part, and what each part points to.
import { posix } from 'node:path'
import type { Archive } from '@/documents/read/archive'
import { Refused } from '@/documents/read/refused'

export type Relation = { id: string; type: string; target: string }

/** Refuses links to the outside, except those that a reader clicks on, and files whose content types say that they hold macros. */
export async function checkParts(archive: Archive): Promise<void> {
  await archive.parse('[Content_Types].xml', {
    open: (_, attributes) => {
      if (/macroEnabled|vbaProject/i.test(attributes().ContentType ?? '')) throw new Refused('macros')
    },
  })
  for (const name of archive.names) if (name.endsWith('.rels')) await relationsIn(archive, name)
}

/** The main part: `word/document.xml`, `xl/workbook.xml`, or as the file calls it; null where there is none. */
export async function mainPart(archive: Archive): Promise<string | null> {
  const relations = await relationsIn(archive, '_rels/.rels')
  const main = relations.find(({ type }) => type === 'officeDocument')
  return main ? posix.normalize(main.target.replace(/^\//, '')) : null
}

/** What a part points to, with targets as names in the archive. */
export async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const relations = await relationsIn(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  return relations.map(({ target, ...rest }) => ({
    ...rest,
    target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
  }))
}

async function relationsIn(archive: Archive, name: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await archive.parse(name, {
    open: (element, attributes) => {
      if (element !== 'rel:Relationship') return
      const { Id: id = '', Type = '', Target: target = '', TargetMode } = attributes()
      const type = Type.split('/').at(-1) ?? ''
      if (TargetMode?.toLowerCase() !== 'external') relations.push({ id, type, target })
      else if (type !== 'hyperlink') throw new Refused('external-links')
    },
  })
  return relations
}
