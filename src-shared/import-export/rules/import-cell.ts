import { plainCode } from '../../domain/text/look-alike.ts'

/** What a cell holds, without what programs wrap around text so that a spreadsheet leaves it alone. */

// ="00123" keeps leading zeros in a spreadsheet; a leading apostrophe is how text that looks like a formula is exported.
const KEPT_AS_TEXT = /^="([^"]*)"$/
const NEUTRALISED = /^'(?=[=+\-@\t\r])/

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001F\u007F-\u009F\uFFFD]/

/** The cell's text: trimmed, NFC, unwrapped. */
export const cellText = (cell: string): string => {
  const trimmed = cell.trim()
  return trimmed.replace(KEPT_AS_TEXT, '$1').replace(NEUTRALISED, '').trim().normalize('NFC')
}

// A spreadsheet that took an id for a number wrote 2960623488.0.
const NUMBER_TAIL = /^(\d+)\.0+$/

/** A code or number: nothing invisible, and without the tail that a spreadsheet gave it. */
export const codeText = (cell: string): string => plainCode(cellText(cell)).replace(NUMBER_TAIL, '$1')

/** A number of which a spreadsheet kept the first digits only, such as 1.23457E+11. */
export const isShortened = (code: string): boolean => /^\d(?:[.,]\d+)?E\+\d+$/i.test(code)

/** For names and references: line breaks and tabs inside the cell become one space. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** True for control characters and for the sign that stands for bytes that could not be read. */
export const hasUnreadable = (text: string): boolean => CONTROL.test(text)
