/** A rate as the ledger takes it, from what was typed with either decimal sign; null when nothing was. */
export const exchangeRateOf = (typed: string): string | null => {
  const text = typed.trim().replace(',', '.')
  return text === '' ? null : text
}
