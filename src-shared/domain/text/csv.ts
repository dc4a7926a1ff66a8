/** What spreadsheets take for the beginning of a formula, behind blanks as well. */
const FORMULA = /^\s*[=+\-@]|^[\t\r]/

/** A text that a spreadsheet would calculate is kept a text by an apostrophe before it. */
export const textForSpreadsheet = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/**
 * A row of a CSV file: fields between commas, quoted where they have to be (RFC 4180).
 * @param figures which fields are figures: a minus before them begins no formula
 */
export const csvRow = (fields: readonly string[], figures: readonly boolean[] = []): string =>
  `${fields.map((text, index) => csvField(text, figures[index] ?? false)).join(',')}\r\n`

function csvField(text: string, isFigure: boolean): string {
  const safe = isFigure ? text : textForSpreadsheet(text)
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets read it as UTF-8 with this before it. */
export const CSV_START = '\uFEFF'
