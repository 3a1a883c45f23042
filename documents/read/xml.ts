// Reading XML as it streams by. No document type, and so no entities but the five of XML itself; elements nest to a limit.
import { Parser } from 'saxen'
import { DEPTH_MAX } from '@/documents/read/limits'
import { Refused } from '@/documents/read/refused'

export type XmlHandler = {
  open: (name: string, attributes: () => Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const OFFICE = ['http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument'] as const
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  [`${OFFICE[0]}/relationships`]: 'r',
  [`${OFFICE[1]}/relationships`]: 'r',
  [`${OFFICE[0]}/math`]: 'm',
  [`${OFFICE[1]}/math`]: 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
}

/**
 * A parser to write pieces of text to. Names arrive with fixed prefixes: w (Word), x (Excel), r, m, mc, rel, ct, whatever the file calls
 * them, in the strict and the transitional dialect alike. Throws Refused 'damaged'.
 */
export function xmlParser({ open, close = () => {}, text = () => {} }: XmlHandler): { write: (xml: string) => void; end: () => void } {
  let depth = 0
  const parser = new Parser()
    .ns(PREFIXES)
    .on('openTag', (name, attributes) => {
      depth += 1
      if (depth > DEPTH_MAX) throw new Refused('damaged')
      open(name, () => decodedValues(attributes()))
    })
    .on('closeTag', (name) => {
      depth -= 1
      close(name)
    })
    .on('text', (raw) => text(decoded(raw)))
    .on('cdata', text)
    .on('attention', () => refuse())
    .on('error', refuse)
    .on('warn', () => {})
  return { write: (xml) => void parser.write(xml), end: () => void parser.end() }
}

function refuse(error?: Error): never {
  throw error instanceof Refused ? error : new Refused('damaged')
}

function decodedValues(attributes: Record<string, string>): Record<string, string> {
  for (const name in attributes) attributes[name] = decoded(attributes[name] ?? '')
  return attributes
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
