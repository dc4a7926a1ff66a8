import { codeText } from '../../kit/fields.ts'

interface PlainFieldText {
  /** As every screen names it. */
  readonly title: string
  /** Characters. */
  readonly max: number
  /** Enter stops at it while a customer is entered. */
  readonly quick?: true
}

/**
 * What is written about a customer and nothing computes with. A new one is a column of its name in the table and its line
 * here: the contract, the customer's screens, its drafts and what a conflict says are made of this.
 */
export const plainFields = {
  phone: { title: 'Phone', max: 40, quick: true },
  email: { title: 'Email', max: 200, quick: true },
  taxNumber: { title: 'Tax number', max: 40 },
  vendorNumber: { title: 'Vendor number', max: 40 },
} as const satisfies Readonly<Record<string, PlainFieldText>>

export type PlainField = keyof typeof plainFields
export type PlainFields = { readonly [F in PlainField]: string }

export const plainFieldNames = Object.keys(plainFields) as readonly PlainField[]

/** An object with what `of` says of each plain field. */
export const eachPlainField = <T>(
  of: (field: PlainField, text: PlainFieldText) => T,
): { readonly [F in PlainField]: T } =>
  Object.fromEntries(plainFieldNames.map((field) => [field, of(field, plainFields[field])])) as {
    readonly [F in PlainField]: T
  }

export const plainFieldInput = eachPlainField((_, { max }) => codeText(max))
/** Of a new customer: what is left out is empty. */
export const newPlainFieldInput = eachPlainField((_, { max }) => codeText(max).default(''))
