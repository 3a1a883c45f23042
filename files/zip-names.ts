const END = 0x06054b50
const END_LENGTH = 22
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46

/**
 * The names in a zip archive's central directory; nothing is inflated. Null where the directory is not whole: it must end where the closing
 * record begins, and that record's comment where the archive ends. Null also for a name given twice, split archives and Zip64 (no file
 * of 20 MB needs it): readers would not agree on what is in them.
 */
export function zipNames(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const onDisk = view.getUint16(end + 8, true)
  let at = view.getUint32(end + 16, true)
  if (onDisk !== count || at + view.getUint32(end + 12, true) !== end) return null

  const names = new Set<string>()
  const utf8 = new TextDecoder()
  for (let left = count; left > 0; left--) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return null
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true)
    if (nameEnd > end) return null
    names.add(utf8.decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd)))
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return at === end && names.size === count ? [...names] : null
}

function endRecord(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at
  return null
}
