import { listed } from '../../../src-shared/domain/text/listed.ts'
import { isBlankLine, usualTax } from './line.ts'
import type { EntryLine } from './line.ts'
import type { BillingTerms } from './totals.ts'

/** What is said below the lines of a bill. */
export type TaxNote = { readonly tone: 'info' | 'warn'; readonly text: string }

/**
 * Which lines are taxed by the company's default code and which by none, since neither their product nor the customer has
 * a code. A line whose code was chosen needs no word.
 * @param hasCustomer until one is chosen, whose code counts is not known
 */
export function taxNotes(lines: readonly EntryLine[], terms: BillingTerms, hasCustomer: boolean): readonly TaxNote[] {
  if (!hasCustomer) return []
  const places: Record<'company' | 'nobody', number[]> = { company: [], nobody: [] }
  for (const [index, line] of lines.entries()) {
    if (isBlankLine(line) || line.taxChoice !== 'usual') continue
    const { of } = usualTax(line, terms)
    if (of === 'company' || of === 'nobody') places[of].push(index + 1)
  }
  const { company, nobody } = places
  const code = terms.taxCodes.find(({ id }) => id === terms.companyTaxCodeId)?.code ?? ''
  return [
    ...(company.length === 0
      ? []
      : [
          {
            tone: 'info' as const,
            text: `${linesText(company)} ${takes(company, 'is', 'are')} taxed with ${code}, the company’s default: neither product nor customer has a tax code.`,
          },
        ]),
    ...(nobody.length === 0
      ? []
      : [
          {
            tone: 'warn' as const,
            text: `${linesText(nobody)} ${takes(nobody, 'has', 'have')} no tax code and ${takes(nobody, 'is', 'are')} untaxed: neither product, customer nor company has one. Choose one under Tax, or a default in Setup, Company.`,
          },
        ]),
  ]
}

const takes = (places: readonly number[], one: string, several: string): string => (places.length === 1 ? one : several)

/** "Line 2", "Lines 1, 2 and 4". */
const linesText = (places: readonly number[]): string =>
  `${takes(places, 'Line', 'Lines')} ${listed(places.map(String))}`
