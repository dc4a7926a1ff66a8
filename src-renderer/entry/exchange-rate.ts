/** A rate as the ledger takes it, from what was typed with either decimal sign; null when nothing was: the table's counts. */
export const exchangeRateOf = (typed: string): string | null => {
  const text = typed.trim().replace(',', '.')
  return text === '' ? null : text
}

/** A rate of the table as this company writes decimals. */
export const rateWritten = (rate: string, decimal: '.' | ','): string => rate.replace('.', decimal)
