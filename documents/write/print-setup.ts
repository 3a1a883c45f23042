import type writeXlsxFile from 'write-excel-file/node'
import {
  findElement,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility'

type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number]

const SHEET = 'xl/worksheets/sheet{id}.xml'
const WORKBOOK = 'xl/workbook.xml'

/** What write-excel-file has no option for: all columns on one page's width, the first `rows` rows repeated on each page, a page footer. */
export function printSetup(sheetName: string, rows: number, footer: string): Feature {
  const titles = `'${sheetName.replaceAll("'", "''")}'!$1:$${rows}`
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
          transform: (xml) => {
            const name = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${sanitizeTextContent(titles)}</definedName>`
            return put(WORKBOOK, 'definedNames', name, xml)
          },
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
