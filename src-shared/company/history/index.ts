import type { z } from 'zod'
import { quoteLabel, quotes, rateInWords, type ExchangeRate, type Quote } from '../../domain/amounts/exchange-rate.ts'
import { documentKindName } from '../../domain/documents.ts'
import type { FieldsOf, FieldWords, WordsOf } from '../../kit/history.ts'
import { yesNo } from '../../kit/history.ts'
import type { companyContract } from '../contract/index.ts'
import type { policies, reasonKinds } from '../contract/policies.ts'
import type { LimitedAct } from '../contract/policies.ts'
import { roleName } from '../rules/role-name.ts'
import { companyFields } from './settings.ts'
import { peopleHistory } from './people.ts'
import { setupHistory } from './setup.ts'

const limitName = {
  write_off: 'write off',
  refund: 'refund',
  credit: 'credit without an invoice',
  late_discount: 'give as a discount outside terms',
} as const satisfies Record<LimitedAct, string>

const reasonKindName = {
  write_off: 'write-off',
  bad_debt: 'bad debt',
  allowance: 'allowance',
  small_balance: 'small balance',
} as const satisfies Record<(typeof reasonKinds)[number], string>

type Reason = Omit<
  z.output<(typeof policies)['reasonCodes.update']['input']>,
  'id' | 'version' | 'commandUid' | 'apart'
>

const reason = {
  code: { title: 'code' },
  name: { title: 'name' },
  kind: { title: 'kind', text: (kind: keyof typeof reasonKindName) => reasonKindName[kind] },
  accountId: { title: 'account', text: (id: number, texts) => texts.account(id) },
  archived: { title: 'archived', text: yesNo },
} satisfies FieldsOf<Reason>

/** A direction is logged as the code that was entered, and as its label where it was before. */
const quoteText = (quote: string, currency: string, base: string): string =>
  isQuote(quote) ? quoteLabel(quote, currency, base) : quote

const isQuote = (text: string): text is Quote => quotes.some((quote) => quote === text)

const rateText = (rate: ExchangeRate | null, currency: unknown, base: string): string =>
  rate === null ? 'none' : rateInWords(rate, String(currency), base)

const rate = {
  rate: {
    title: 'rate',
    text: (value: ExchangeRate | null, texts, whole) => rateText(value, whole['currency'], texts.baseCurrency),
  },
} satisfies Readonly<Record<string, FieldWords>>

/** What each of this module's commands did, in words. */
export const companyHistory: WordsOf<typeof companyContract> = {
  ...peopleHistory,
  ...setupHistory,
  'preferences.set': null,
  'company.update': {
    title: 'Change company',
    say: () => 'Company and its settings changed',
    about: () => [{ kind: 'company', id: 1 }],
    fields: companyFields,
    values: ({ settings, ...profile }) => ({ ...profile, ...settings }),
  },
  'company.setClosingDate': {
    title: 'Close or reopen the books',
    say: ({ input }, texts) =>
      `${input.closingDate === null ? 'Books reopened' : `Books closed through ${texts.date(input.closingDate)}`}, reason “${input.reason}”`,
    about: () => [{ kind: 'company', id: 1 }],
    fields: {
      closingDate: {
        title: 'closed through',
        text: (day: string | null, texts) => (day === null ? 'no day' : texts.date(day)),
      },
    },
  },
  'numberSeries.change': {
    title: 'Change numbers',
    say: ({ input }) =>
      `Numbers of ${documentKindName[input.kind].toLowerCase()}s changed, the next is ${input.nextNumber}`,
    about: () => [{ kind: 'number_series', id: 1 }],
    fields: {
      prefix: { title: 'prefix', text: (prefix: string) => (prefix === '' ? 'none' : prefix) },
      width: { title: 'digits', text: String },
    },
  },
  'reasonCodes.create': {
    title: 'Add reason',
    say: ({ input }, texts) =>
      `Reason ${input.code} ${input.name} added: ${reasonKindName[input.kind]}, ${texts.account(input.accountId)}`,
    about: ({ output }) => [{ kind: 'reason_code', id: output.id }],
    fields: reason,
  },
  'reasonCodes.update': {
    title: 'Change reason',
    say: ({ input }) => `Reason ${input.code} ${input.name} ${input.archived ? 'archived' : 'changed'}`,
    about: ({ input }) => [{ kind: 'reason_code', id: input.id }],
    fields: reason,
  },
  'limits.set': {
    title: 'Change limit',
    say: ({ input }) => `What a ${roleName[input.role].toLowerCase()} may ${limitName[input.act]} changed`,
    about: () => [{ kind: 'limits', id: 1 }],
    fields: {
      most: {
        title: 'at most',
        text: (most: number | string | null, texts) =>
          typeof most === 'number' ? texts.amount(most, texts.baseCurrency) : 'no limit',
      },
    },
  },
  'rates.set': {
    title: 'Enter exchange rate',
    say: ({ input }, texts) =>
      `Rate of ${input.currency} on ${texts.date(input.date)}: ${rateText(input.rate, input.currency, texts.baseCurrency)}`,
    about: () => [{ kind: 'rates', id: 1 }],
    fields: rate,
  },
  'rates.remove': {
    title: 'Remove exchange rate',
    say: ({ input }, texts) => `Rate of ${input.currency} on ${texts.date(input.date)} removed`,
    about: () => [{ kind: 'rates', id: 1 }],
    fields: rate,
    values: ({ currency }) => ({ currency, rate: null }),
  },
  'rates.setQuote': {
    title: 'Change how a currency is quoted',
    say: ({ input }) => `Direction in which ${input.currency} is quoted changed`,
    about: () => [{ kind: 'rates', id: 1 }],
    fields: {
      quote: {
        title: 'quoted',
        text: (quote: string, texts, whole) => quoteText(quote, String(whole['currency']), texts.baseCurrency),
      },
    },
  },
}
