import { CASH_ROUNDING_STEP_MOST } from '../../../src-shared/company/contract/company.ts'
import type { CompanyProfile, CompanySettings } from '../../../src-shared/company/contract/company.ts'
import type { CallInput } from '../../api/client.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { wholeNumber, wholeNumbers } from './whole.ts'

/** Kept while nothing is rounded, in minor units. */
const USUAL_STEP = 5

type Letterhead = Pick<CompanyProfile, 'name' | 'address' | 'phone' | 'email' | 'taxNumber'>

/** The company as it is typed; numbers stay text until they are read. */
export type CompanyEntry = Letterhead &
  Omit<
    CompanySettings,
    | 'agingEdges'
    | 'discountGraceDays'
    | 'tolerancePercent'
    | 'toleranceMost'
    | 'cashRoundingStep'
    | 'roundingAccountId'
    | 'defaultTaxCodeId'
    | 'backupWarningDays'
  > & {
    readonly agingEdges: string
    readonly discountGraceDays: string
    readonly backupWarningDays: string
    /** Null while what is typed is no number. */
    readonly tolerancePercent: number | null
    readonly toleranceMost: number | null
    readonly cashRoundingStep: number | null
    /** Empty for the company's usual account. */
    readonly roundingAccountId: string
    /** Empty for none. */
    readonly defaultTaxCodeId: string
  }

export const companyEntry = (profile: CompanyProfile): CompanyEntry => {
  const { name, address, phone, email, taxNumber, settings } = profile
  return {
    name,
    address,
    phone,
    email,
    taxNumber,
    ...settings,
    agingEdges: settings.agingEdges.join(', '),
    discountGraceDays: String(settings.discountGraceDays),
    backupWarningDays: String(settings.backupWarningDays),
    roundingAccountId: String(settings.roundingAccountId ?? ''),
    defaultTaxCodeId: String(settings.defaultTaxCodeId ?? ''),
  }
}

export function checkCompany(entry: CompanyEntry): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.name.trim() === '') errors['name'] = 'Enter the company’s name.'
  if (wholeNumbers(entry.agingEdges) === null) {
    errors['agingEdges'] = 'Enter whole numbers of days with commas between them, like 30, 60, 90.'
  }
  if (wholeNumber(entry.discountGraceDays) === null) errors['discountGraceDays'] = 'Enter a whole number of days.'
  const days = wholeNumber(entry.backupWarningDays)
  if (days === null || days < 1 || days > 365) errors['backupWarningDays'] = 'Enter 1 to 365 days.'
  if (entry.tolerancePercent === null) errors['tolerancePercent'] = 'Enter a percentage, 0 for none.'
  if (entry.toleranceMost === null) errors['toleranceMost'] = 'Enter an amount, 0 for none.'
  // What is not used is not asked for.
  if (entry.cashRounding !== 'off' && !isStep(entry.cashRoundingStep))
    errors['cashRoundingStep'] = 'Enter the smallest coin, such as 0.05.'
  return errors
}

const isStep = (step: number | null): step is number => step !== null && step >= 2 && step <= CASH_ROUNDING_STEP_MOST

/** As the contract takes it, once `checkCompany` found nothing wrong. */
export function companyInput(entry: CompanyEntry, version: number): CallInput<'company.update'> {
  const { name, address, phone, email, taxNumber, ...settings } = entry
  return {
    name,
    address,
    phone,
    email,
    taxNumber,
    version,
    settings: {
      ...settings,
      agingEdges: [...(wholeNumbers(entry.agingEdges) ?? [])],
      discountGraceDays: wholeNumber(entry.discountGraceDays) ?? 0,
      backupWarningDays: wholeNumber(entry.backupWarningDays) ?? 7,
      tolerancePercent: entry.tolerancePercent ?? 0,
      toleranceMost: entry.toleranceMost ?? 0,
      cashRoundingStep: isStep(entry.cashRoundingStep) ? entry.cashRoundingStep : USUAL_STEP,
      roundingAccountId: entry.roundingAccountId === '' ? null : Number(entry.roundingAccountId),
      defaultTaxCodeId: entry.defaultTaxCodeId === '' ? null : Number(entry.defaultTaxCodeId),
    },
  }
}

const letterheadFields = new Set(['name', 'address', 'phone', 'email', 'taxNumber'])

/** The form's own path for one of the contract. */
export function companyFieldOf(path: string): string | null {
  if (letterheadFields.has(path)) return path
  const setting = /^settings\.([a-zA-Z]+)(\.\d+)?$/.exec(path)
  return setting?.[1] ?? null
}
