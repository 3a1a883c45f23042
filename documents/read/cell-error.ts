// What a spreadsheet shows where a formula failed, in its own files and in the CSV that it writes: no words of the list.
const ERROR = /^#(?:VALUE!|REF!|N\/A|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|#+)$/i

/** The error that a cell shows; null where it holds words. A column too narrow for its number shows ####. */
export const errorIn = (text: string): string | null => (ERROR.test(text.trim()) ? text.trim() : null)
