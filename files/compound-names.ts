const ENTRY_LENGTH = 128
const NAME_LENGTH = 64
const STORAGE = 1
const STREAM = 2

/**
 * The names of the storages and streams in a compound file, the container of the old Office formats ([MS-CFB] 2.6.1). Directory entries
 * are known by their shape wherever they lie (always at a multiple of their length): no chain is followed that could lead in a circle.
 */
export function compoundNames(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const utf16 = new TextDecoder('utf-16le')
  const names = new Set<string>()
  for (let at = 0; at + ENTRY_LENGTH <= bytes.length; at += ENTRY_LENGTH) {
    const length = view.getUint16(at + NAME_LENGTH, true) // in bytes, with the closing zero character
    const kind = view.getUint8(at + 66)
    if (kind !== STORAGE && kind !== STREAM) continue
    if (length < 4 || length > NAME_LENGTH || length % 2 === 1 || view.getUint16(at + length - 2, true) !== 0) continue
    names.add(utf16.decode(bytes.subarray(at, at + length - 2)))
  }
  return names
}
