import { z } from 'zod'
import type { AgingBasis } from '../../domain/aging.ts'
import type { CashRounding } from '../../domain/amounts/cash-rounding.ts'
import { digitGroupings, type DigitGrouping } from '../../domain/amounts/money.ts'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import {
  code,
  codeText,
  currency,
  date,
  fileToken,
  id,
  memo,
  name,
  percent,
  positiveOrZero,
  text,
  version,
} from '../../kit/fields.ts'
import { command, output, query, report, shell } from '../../kit/operation.ts'
import type { Refused } from '../../kit/refusal.ts'
import type { ChainVerdict } from './history.ts'
import type { CopyMade, Twin } from './copy.ts'

/** How a company counts, prints and reads; each has the default of semantics.md. */
export interface CompanySettings {
  readonly agingBasis: AgingBasis
  /** Last day late of each bucket but the last: [30, 60, 90]. */
  readonly agingEdges: readonly number[]
  readonly agingCredits: 'own_column' | 'by_date'
  readonly taxRounding: 'line' | 'document'
  /** Taxes lines for which neither the product nor the customer has a code; null leaves them untaxed. */
  readonly defaultTaxCodeId: number | null
  readonly pricesIncludeTax: boolean
  readonly dateOrder: 'mdy' | 'dmy' | 'ymd'
  readonly decimalMark: '.' | ','
  readonly negativeStyle: 'minus' | 'parentheses'
  /** Where thousands are set apart: before every third digit, or as in India (1,00,000.00). */
  readonly digitGrouping: DigitGrouping
  readonly discountReducesTax: boolean
  /** A write-off takes the tax of what it writes off along, where the law gives it back. */
  readonly writeOffReducesTax: boolean
  /** Days after the discount date in which a discount may still be accepted. */
  readonly discountGraceDays: number
  /** Beyond a customer's credit limit: post with a warning, ask for a supervisor's approval, or refuse. */
  readonly creditLimitPolicy: 'warn' | 'ask' | 'block'
  /** Both limits of a difference that is proposed as a write-off: a percentage in millionths, and minor units. */
  readonly tolerancePercent: number
  readonly toleranceMost: number
  readonly cashRounding: CashRounding
  /** The smallest coin, in minor units of the company's currency. */
  readonly cashRoundingStep: number
  /** What bears the roundings; null is the company's usual account for them. */
  readonly roundingAccountId: number | null
  readonly statementMessage: string
  /** Home warns once the last good backup is older than so many days. */
  readonly backupWarningDays: number
}

/** The largest step there is use for: rupiah are rounded to a thousand, written in hundredths. */
export const CASH_ROUNDING_STEP_MOST = 100_000

export const settingsInput = z.strictObject({
  agingBasis: z.enum(['due_date', 'document_date']),
  agingEdges: z.array(z.int().min(1).max(999)).min(1).max(6).readonly(),
  agingCredits: z.enum(['own_column', 'by_date']),
  taxRounding: z.enum(['line', 'document']),
  defaultTaxCodeId: id.nullable().default(null),
  pricesIncludeTax: z.boolean(),
  dateOrder: z.enum(['mdy', 'dmy', 'ymd']),
  decimalMark: z.enum(['.', ',']),
  negativeStyle: z.enum(['minus', 'parentheses']),
  digitGrouping: z.enum(digitGroupings).default('thousands'),
  discountReducesTax: z.boolean(),
  writeOffReducesTax: z.boolean(),
  discountGraceDays: z.int().min(0).max(90),
  creditLimitPolicy: z.enum(['warn', 'ask', 'block']),
  tolerancePercent: percent,
  toleranceMost: positiveOrZero,
  cashRounding: z.enum(['off', 'cash', 'document']),
  cashRoundingStep: z.int().min(2).max(CASH_ROUNDING_STEP_MOST),
  roundingAccountId: id.nullable(),
  statementMessage: memo,
  backupWarningDays: z.int().min(1).max(365).default(7),
})

export interface CompanyProfile {
  readonly uid: string
  readonly version: number
  readonly name: string
  /** Lines of the letterhead below the name. */
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly taxNumber: string
  readonly baseCurrency: string
  readonly closingDate: CalendarDate | null
  readonly settings: CompanySettings
  readonly customers: number
  readonly documents: number
}

export interface OpenedCompany {
  /** File name only; the renderer never learns a path. */
  readonly file: string
  readonly profile: CompanyProfile
  /** Corruption found at open or by a check since: queries work, commands are refused with this. Null when the file is sound. */
  readonly damage: Refused | null
  /** What a check since has found broken: the titles of the rules. */
  readonly broken: readonly string[]
  /** Set where the file is a copy to look at, or to restore: commands are refused. Null for a company to work in. */
  readonly copy: CopyMade | null
  /** Only its passphrase or its recovery phrase opens the file. */
  readonly isEncrypted: boolean
  /** Set where another file of the company was worked in too, and has what this one has not. */
  readonly twin: Twin | null
}

export interface RecentCompany {
  readonly token: string
  readonly file: string
  /** Name of the folder it lies in: two copies of a company are told apart by it. */
  readonly folder: string
  readonly name: string
  /** UTC instant, ISO 8601. */
  readonly openedAt: string
  readonly isEncrypted: boolean
}

export interface BookCheck {
  readonly rules: readonly { readonly title: string; readonly violations: number }[]
  readonly chain: ChainVerdict
}

const profileShape = {
  name,
  address: text(400),
  phone: codeText(40),
  email: codeText(200),
  taxNumber: codeText(40),
}

export const company = {
  /** Shows the save dialog, then makes a new company file, encrypted where a passphrase is given, and opens it. */
  'company.create': shell(
    { ...profileShape, baseCurrency: currency, passphrase: z.string().max(1000).optional() },
    {
      output: output<OpenedCompany | null>(),
      refusals: ['file_exists', 'file_read_only', 'disk_full', 'disk_error', 'passphrase_weak'],
    },
  ),
  /** With a token: that recent file; without: shows the open dialog. Null when the clerk closes the dialog. */
  'company.open': shell(
    { token: fileToken.optional() },
    {
      output: output<OpenedCompany | null>(),
      refusals: [
        'token_invalid',
        'file_not_found',
        'file_not_company',
        'file_newer',
        'file_corrupt',
        'file_in_use',
        'file_read_only',
        'passphrase_needed',
        'migration_changed',
        'disk_full',
      ],
    },
  ),
  /** Makes the sample company in the user's data folder, or opens the one made before. */
  'company.openSample': shell(
    { fresh: z.boolean().default(false) },
    { output: output<OpenedCompany>(), long: true, refusals: ['disk_full', 'file_in_use', 'cancelled'] },
  ),
  'company.close': shell({}, { output: output<null>() }),
  'company.current': shell({}, { output: output<OpenedCompany | null>() }),
  'company.recent': shell({}, { output: output<readonly RecentCompany[]>() }),
  /** Takes a company off the list of those opened before; its file stays. */
  'company.forget': shell({ token: fileToken }, { output: output<null>(), refusals: ['token_invalid', 'disk_full'] }),
  /** Puts the path of the open company on the clipboard. */
  'company.copyPath': shell({}, { output: output<null>(), refusals: ['no_company_open'] }),
  /** Shows the save dialog, moves the company's file there and goes on in it. Null when the clerk closes the dialog. */
  'company.move': shell(
    {},
    {
      role: 'owner',
      output: output<OpenedCompany | null>(),
      long: true,
      refusals: [
        'no_company_open',
        'file_exists',
        'file_in_use',
        'file_is_backup',
        'file_corrupt',
        'file_read_only',
        'disk_full',
        'disk_error',
        'cancelled',
      ],
    },
  ),

  'company.profile': query({}, { output: output<CompanyProfile>(), beforeSignIn: true }),
  'company.update': command(
    { ...profileShape, settings: settingsInput, version },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      role: 'supervisor',
      refusals: ['stale_version', 'account_not_found', 'account_unfit', 'tax_code_not_found'],
    },
  ),
  'company.setClosingDate': command(
    { closingDate: date.nullable(), reason: text(200, 1), version },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      role: 'supervisor',
      refusals: ['stale_version'],
    },
  ),
  /** The file itself, unless another thread reads that at the same time, every invariant, and the hash chain of the command log. */
  'company.check': report(
    { withFile: z.boolean().default(true) },
    { output: output<BookCheck>(), refusals: ['cancelled'] },
  ),

  'preferences.get': query({ key: code }, { output: output<unknown>() }),
  'preferences.set': command(
    { key: code, value: z.json() },
    {
      office: 'desk',
      giveWay: 'never',
      output: output<null>(),
      role: 'viewer',
      logged: false,
      refusals: ['not_allowed'],
    },
  ),
}
