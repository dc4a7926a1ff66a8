import { companyHistory } from './company/history/index.ts'
import { ledgerHistory } from './ledger/history/index.ts'
import { customersHistory } from './customers/history/index.ts'
import { cashHistory } from './cash/history/index.ts'
import { billingHistory } from './billing/history/index.ts'
import { financeChargesHistory } from './finance-charges/history/index.ts'
import { currencyHistory } from './currency/history/index.ts'
import { documentsHistory } from './documents/history/index.ts'
import { importExportHistory } from './import-export/history/index.ts'
import type { Contract } from './contract.ts'
import type { AnyWords, RecordRef, Values, WordsOf } from './kit/history.ts'

/** What every command does in words, as its module declares it; null of what the log leaves out. */
const words: WordsOf<Contract> = {
  ...companyHistory,
  ...ledgerHistory,
  ...customersHistory,
  ...cashHistory,
  ...billingHistory,
  ...financeChargesHistory,
  ...currencyHistory,
  ...documentsHistory,
  ...importExportHistory,
}

/** What the program itself writes to the log: the company's beginning, and a file brought up to a newer Duebook. */
const ownWords = {
  'company.create': {
    title: 'Make company',
    say: ({ input }: { readonly input: { readonly profile: { readonly name: string } } }) =>
      `Company ${input.profile.name} made`,
  },
  'company.migrate': {
    title: 'Bring the file up to date',
    say: ({ input }: { readonly input: { readonly migration: string } }) =>
      `File brought up to a newer Duebook (${input.migration})`,
  },
} satisfies Record<string, AnyWords>

const everyWords: Readonly<Record<string, AnyWords | null>> = { ...words, ...ownWords }

/** The words of a command by the name that the log has. A test holds that each that can be logged has them. */
export const wordsFor = (name: string): AnyWords => {
  const found = everyWords[name]
  if (found == null) throw new Error(`no words are declared for ${name}`)
  return found
}

/** Every kind of entry there can be, by its title. */
export const entryKinds: readonly { readonly name: string; readonly title: string }[] = Object.entries(everyWords)
  .flatMap(([name, each]) => (each === null ? [] : [{ name, title: each.title }]))
  .toSorted((a, b) => (a.title < b.title ? -1 : 1))

/** The records that a command was about beside those that its facts name. */
export const recordsOf = (name: string, input: unknown, output: unknown): readonly RecordRef[] =>
  wordsFor(name).about?.({ input, output } as never) ?? []

/** The fields of a change in one object, as they were entered. */
export const enteredValues = ({ values }: AnyWords, input: unknown): Values =>
  values === undefined ? (input as Values) : values(input as never)
