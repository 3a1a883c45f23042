// Text as office programs save it: UTF-8 or UTF-16 with its mark, else UTF-8 if it is valid, else the Chinese code page.
import { Refused } from '@/documents/read/refused'

/** Throws Refused 'unknown-kind' for what is no text: control characters other than white space, or marks of other formats. */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const start = text.slice(0, 200).trimStart()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells text from other files
  if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text) || /^(%PDF|\{\\rtf|<\?xml|<!doctype|<html)/i.test(start))
    throw new Refused('unknown-kind')
  return text.replace(/[\u200B\uFEFF]/g, '')
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}
