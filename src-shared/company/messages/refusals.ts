import { documentKindName, type DocumentKind } from '../../domain/documents.ts'
import type { Sentences } from '../../kit/refusal.ts'
import type { WarningSentences } from '../../kit/warning.ts'

export const refusals = {
  // people
  pin_wrong: 'That is not the PIN. Enter it again.',
  pin_missing: '{name} has no PIN. Set one, so that nobody else works under that name.',
  pin_by_owner: 'A clerk or viewer gets a new PIN from an owner. Have one set it in Setup, under People.',
  phrase_missing:
    'No recovery phrase was ever printed for this company. Another owner sets the PIN anew in Setup, under People.',
  phrase_wrong:
    'That is not the recovery phrase of this company. Compare it with the sheet printed last, group by group.',
  phrase_replaced:
    'Another recovery phrase was printed meanwhile. Look for that sheet, or have one more printed in its place.',
  phrase_invalid: 'That is no recovery phrase. Have a new one printed.',
  person_not_found: 'There is no such person. Choose one from the list.',
  name_taken: '{name} is in the list already. Enter another name.',
  last_owner: '{name} is the only owner. Make somebody else an owner first.',
  own_archive: 'You work as {name} yourself. Have another owner archive that name.',
  // finding things
  account_not_found: 'There is no such account. Choose one from the list.',
  tax_code_not_found: 'There is no such tax code. Choose one from the list.',
  terms_not_found: 'There are no such terms. Choose them from the list.',
  product_not_found: 'There is no such product. Choose one from the list.',
  reason_code_not_found: 'There is no such reason. Choose one from the list.',
  // master data
  code_taken: 'Code {code} is already used by {name}. Choose another code.',
  stale_version: ({ what, changes }: { what: string; changes?: string }) =>
    `${what} was changed meanwhile (${changes ?? 'by someone else'}). Save again to keep what is entered here, or reload.`,
  tax_code_invalid: 'This tax code cannot be used: {problem}.',
  terms_invalid: 'These terms cannot be used: {problem}.',
  terms_give_discount: {
    approvable:
      'Terms with an early payment discount give money away. Only a supervisor adds them; ask one to approve them.',
  },
  account_unfit: 'Account {code} cannot be used here: {problem}.',
  // posting
  rate_of_base: "{currency} is the company's own currency and needs no rate. Choose another currency.",
  rate_not_found: 'There is no rate of {currency} for {date} any more. Nothing is left to remove.',
  series_prefix_invalid: ({ prefix }: { prefix: string }) =>
    `${prefix} cannot start numbers. Use {year} once for the year of the document, and no other braces.`,
  series_of_another_device: "Numbers that start with {prefix} are another computer's. Enter another prefix.",
  series_number_used: '{number} would be used again. Enter {next} or more, or another prefix.',
} as const satisfies Sentences

/** The number that a document got in place of the next one. */
interface GivenNumber {
  kind: DocumentKind
  number: string
}
const soIs = ({ kind, number }: GivenNumber): string => `so this ${documentKindName[kind].toLowerCase()} is ${number}.`

export const warnings = {
  number_given_before: ({ first, ...given }: { first: string } & GivenNumber) =>
    `${first} was given before, ${soIs(given)}`,
  numbers_given_before: ({ first, last, ...given }: { first: string; last: string } & GivenNumber) =>
    `${first} to ${last} were given before, ${soIs(given)}`,
  number_looks_like: ({ first, like, ...given }: { first: string; like: string } & GivenNumber) =>
    `${first} looks like ${like}, ${soIs(given)}`,
} as const satisfies WarningSentences

type Declared = typeof refusals
declare module '../../kit/refusal.ts' {
  interface Refusals extends Declared {}
}
type DeclaredWarnings = typeof warnings
declare module '../../kit/warning.ts' {
  interface Warnings extends DeclaredWarnings {}
}
