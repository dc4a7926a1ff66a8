/** What spreadsheets take for the beginning of a formula, behind blanks as well. */
const FORMULA = /^\s*[=+\-@]|^[\t\r]/

/**
 * A row of a CSV file: fields between commas, quoted where they have to be (RFC 4180). A text that a spreadsheet would
 * calculate is kept a text by an apostrophe before it.
 */
export const csvRow = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`

function csvField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets read it as UTF-8 with this before it. */
export const CSV_START = '\uFEFF'
