import type writeXlsxFile from 'write-excel-file/node'
import {
  findElement,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility'

export type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number]

const SHEET = 'xl/worksheets/sheet{id}.xml'
const WORKBOOK = 'xl/workbook.xml'

/** What write-excel-file has no option for: all columns on one page's width, the first `rows` rows repeated on each page, a page footer. */
export const printSetup = (sheetName: string, rows: number, footer: string): Feature => printSetups([{ name: sheetName, rows }], footer)

/** The same for a workbook of several sheets, in their order. */
export function printSetups(sheets: readonly { name: string; rows: number }[], footer: string): Feature {
  const titles = sheets.map(({ name, rows }, i) => {
    const range = `'${name.replaceAll("'", "''")}'!$1:$${rows}`
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sanitizeTextContent(range)}</definedName>`
  })
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml) => {
            const fitted = put(SHEET, 'sheetPr', '<pageSetUpPr fitToPage="1"/>', xml)
            return put(SHEET, 'headerFooter', `<oddFooter>${sanitizeTextContent(`&C${footer}`)}</oddFooter>`, fitted)
          },
          transformElementAttributes: (tag, attributes) => {
            if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 }
            if (tag === 'pageMargins') return { ...attributes, left: 0.4, right: 0.4, top: 0.5, bottom: 0.6 }
            return attributes
          },
        },
        [WORKBOOK]: {
          transform: (xml) => put(WORKBOOK, 'definedNames', titles.join(''), xml),
        },
      },
    },
  }
}

/** The element in its place in the file's fixed order, or in the stead of the (empty) one that stands there. */
function put(file: typeof SHEET | typeof WORKBOOK, tag: string, inside: string, xml: string): string {
  const root = file === SHEET ? 'worksheet' : 'workbook'
  const markup = `<${tag}>${inside}</${tag}>`
  const present = findElement(xml, tag)
  if (present) return replaceElement(xml, present, markup)
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(file, root) ?? [], root)
}
