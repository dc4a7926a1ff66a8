import type { TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'
import { describeCodeProblem, problemOfCode } from '../../../src-shared/company/rules/tax/tax-code.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { checkCodeAndName } from './use-setup-form.ts'

/** One of several taxes, as it is chosen. */
export type TaxRow = {
  readonly key: string
  /** Empty until one is chosen. */
  readonly taxCodeId: string
  readonly on: 'net' | 'earlier'
}

export type TaxCodeEntry = {
  readonly code: string
  readonly name: string
  readonly charges: 'one' | 'several'
  readonly rate: number | null
  readonly accountId: string
  readonly taxes: readonly TaxRow[]
}

export const newTaxRow = (): TaxRow => ({ key: crypto.randomUUID(), taxCodeId: '', on: 'net' })

export const isBlankTax = ({ taxCodeId }: TaxRow): boolean => taxCodeId === ''

export const blankTaxCode = (accountId: number | undefined): TaxCodeEntry => ({
  code: '',
  name: '',
  charges: 'one',
  rate: null,
  accountId: String(accountId ?? ''),
  taxes: [newTaxRow(), newTaxRow()],
})

/** Codes of one tax, which a code of several is made of. */
export const singleTaxes = (taxCodes: readonly TaxCodeRow[]): readonly TaxCodeRow[] =>
  taxCodes.filter(({ id, taxes }) => taxes.length === 1 && taxes[0]?.taxCodeId === id)

const chosen = ({ taxes }: TaxCodeEntry) => taxes.filter((row) => !isBlankTax(row))

export const checkTaxCode =
  (taxCodes: readonly TaxCodeRow[]) =>
  (entry: TaxCodeEntry): FieldErrors => {
    const errors = checkCodeAndName(entry)
    if (entry.charges === 'one') {
      return { ...errors, ...(entry.rate === null ? { rate: 'Enter the rate, 0 for none.' } : {}) }
    }
    const problem = problemOfCode(
      chosen(entry).map(({ taxCodeId, on }) => ({
        key: taxCodeId,
        rate: taxCodes.find(({ id }) => String(id) === taxCodeId)?.rate ?? 0,
        onEarlier: on === 'earlier',
      })),
    )
    if (problem === null) return errors
    const text = describeCodeProblem(problem)
    return { ...errors, [fieldOfTaxes(problem.path)]: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` }
  }

/** The grid's own path; what concerns all taxes is said at the first. */
const fieldOfTaxes = (path: string): string =>
  path === 'taxes' ? 'taxes.0.taxCodeId' : path.replace('onEarlier', 'on')

export const taxCodeFieldOf = (path: string): string | null => {
  if (path.startsWith('taxes')) return fieldOfTaxes(path)
  return ['code', 'name', 'rate', 'accountId'].includes(path) ? path : null
}

/** Once `checkTaxCode` found nothing wrong. */
export const taxGroupInput = (entry: TaxCodeEntry) => ({
  code: entry.code,
  name: entry.name,
  taxes: chosen(entry).map(({ taxCodeId, on }) => ({ taxCodeId: Number(taxCodeId), onEarlier: on === 'earlier' })),
})

/** What a code charges, in order: "GST + QST", "GST + QST on GST". */
export const chargesText = ({ id, taxes }: TaxCodeRow): string => {
  if (taxes.length === 1 && taxes[0]?.taxCodeId === id) return ''
  return taxes
    .map(({ code, onEarlier }, index) => {
      const before = taxes.slice(0, index).map((tax) => tax.code)
      return onEarlier ? `${code} on ${before.join(' and ')}` : code
    })
    .join(' + ')
}
