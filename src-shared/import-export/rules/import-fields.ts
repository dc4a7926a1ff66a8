/** The fields of a receivables file that a column can be mapped to. */
export const importFields = [
  'customer_code',
  'customer_name',
  'country',
  'invoice_number',
  'document_type',
  'invoice_date',
  'due_date',
  'amount',
  'open_amount',
  'currency',
  'exchange_rate',
  'quantity',
  'tax_code',
  'tax_rate',
  'tax_amount',
  'reference',
  'settled_date',
  'earns_discount',
  'memo',
] as const

export type ImportField = (typeof importFields)[number]

/** Without these no item can be made of a row. */
export const requiredImportFields = [
  'customer_code',
  'invoice_number',
  'invoice_date',
  'amount',
] as const satisfies readonly ImportField[]

export const importDateFields = ['invoice_date', 'due_date', 'settled_date'] as const satisfies readonly ImportField[]
export type ImportDateField = (typeof importDateFields)[number]

export const importAmountFields = ['amount', 'open_amount', 'tax_amount'] as const satisfies readonly ImportField[]
export type ImportAmountField = (typeof importAmountFields)[number]

/** Every field that is a number: one file writes them all with the same mark. */
export const importNumberFields = [
  ...importAmountFields,
  'quantity',
  'tax_rate',
  'exchange_rate',
] as const satisfies readonly ImportField[]

/** The field as the mapping screen and the messages call it, within a sentence. */
export const importFieldName = {
  customer_code: 'customer code',
  customer_name: 'customer name',
  country: 'country',
  invoice_number: 'invoice number',
  document_type: 'document type',
  invoice_date: 'invoice date',
  due_date: 'due date',
  amount: 'amount',
  open_amount: 'amount still open',
  currency: 'currency',
  exchange_rate: 'exchange rate',
  quantity: 'quantity',
  tax_code: 'tax code',
  tax_rate: 'tax rate',
  tax_amount: 'tax within the amount',
  reference: 'reference',
  settled_date: 'settled date',
  earns_discount: 'earns early discount',
  memo: 'memo',
} as const satisfies Record<ImportField, string>

/** Column index, from 0, of each mapped field. */
export type ImportColumns = { readonly [Field in ImportField]?: number }

/** What the rows of a file become: sales of this company, or what was open in the books before it. */
export const importedAs = ['invoices', 'open_items'] as const
export type ImportedAs = (typeof importedAs)[number]
