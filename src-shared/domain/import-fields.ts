/** The fields of a receivables file that a column can be mapped to. */
export const importFields = [
  'customer_code',
  'customer_name',
  'country',
  'invoice_number',
  'invoice_date',
  'due_date',
  'amount',
  'reference',
  'settled_date',
] as const

export type ImportField = (typeof importFields)[number]

/** Without these no invoice can be made of a row. */
export const requiredImportFields = [
  'customer_code',
  'invoice_number',
  'invoice_date',
  'amount',
] as const satisfies readonly ImportField[]

/** The field as the mapping screen and the messages call it, within a sentence. */
export const importFieldName = {
  customer_code: 'customer code',
  customer_name: 'customer name',
  country: 'country',
  invoice_number: 'invoice number',
  invoice_date: 'invoice date',
  due_date: 'due date',
  amount: 'amount',
  reference: 'reference',
  settled_date: 'settled date',
} as const satisfies Record<ImportField, string>

/** Column index, from 0, of each mapped field. */
export type ImportColumns = { readonly [Field in ImportField]?: number }
