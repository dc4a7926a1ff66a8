/** A whole number as it is typed, spaces apart; null for anything else. */
export const wholeNumber = (text: string): number | null => {
  const typed = text.trim()
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null
}

/** Whole numbers with commas between them: `30, 60, 90`. Null when one of them is none. */
export function wholeNumbers(text: string): readonly number[] | null {
  const numbers = text.split(/[,;]/).map(wholeNumber)
  return numbers.every((number) => number !== null) ? numbers : null
}
