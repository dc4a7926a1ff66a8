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

/** For names and references: line breaks and tabs inside the cell become one space. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** True for control characters and for the sign that stands for bytes that could not be read. */
export const hasUnreadable = (text: string): boolean => CONTROL.test(text)
