import { z } from 'zod'
import { datePatterns } from '../../domain/dates/date-text.ts'
import { importDateFields, importedAs, importFields } from '../rules/import-fields.ts'
import type { ProblemGroup } from '../rules/import-problems.ts'
import type { ColumnReading } from '../rules/import-questions.ts'
import { textEncodings, type TextEncoding } from '../../domain/text/text-encodings.ts'
import { fileToken, text } from '../../kit/fields.ts'
import { command, output, report, shell } from '../../kit/operation.ts'

export { importFields, requiredImportFields } from '../rules/import-fields.ts'
export type { ImportField } from '../rules/import-fields.ts'

export const importMapping = z.strictObject({
  /** Column index, from 0, of each mapped field. */
  columns: z.partialRecord(z.enum(importFields), z.int().min(0).max(500)),
  /** Sales of this company, or what was open in the books before; null is not said yet, and has to be. */
  documents: z.enum(importedAs).nullable(),
  /** Of each date column; one that is missing is read as the column shows, and asked for where it does not. */
  datePatterns: z.partialRecord(z.enum(importDateFields), z.enum(datePatterns)).default({}),
  /** Null reads it from the file, and asks where no row decides. */
  decimalMark: z.enum(['.', ',']).nullable().default(null),
  /** Null reads it from the file, and asks where letters could be others. */
  encoding: z.enum(textEncodings).nullable().default(null),
  /** Line that names the columns, 0 when none does; null finds it. */
  headerLine: z.int().min(0).max(1000).nullable().default(null),
  /** Codes and numbers that differ only in case, spaces, leading zeros or accents; null asks where there are any. */
  lookAlikes: z
    .strictObject({ customers: z.enum(['same', 'separate']).nullable(), numbers: z.enum(['separate']).nullable() })
    .default({ customers: null, numbers: null }),
})
export type ImportMapping = z.infer<typeof importMapping>

export interface ChosenCsv {
  readonly token: string
  readonly file: string
}

export interface CsvPreview {
  readonly file: string
  readonly headers: readonly string[]
  /** The first rows, as text. */
  readonly sample: readonly (readonly string[])[]
  readonly rowCount: number
  /** From the headers, or as remembered for this set of headers, with what the file decides filled in. */
  readonly mapping: ImportMapping
  readonly remembered: boolean
  /** What the values of each column say, over the whole file. */
  readonly columns: readonly ColumnReading[]
  readonly headerLine: number
  /** The first lines of the file that are not blank, to choose the header among. */
  readonly firstLines: readonly { readonly line: number; readonly text: string }[]
  readonly encoding: TextEncoding
  /** Words that other encodings read as others, in each of the likely ones; empty when it is sure. */
  readonly doubtfulWords: readonly { readonly encoding: TextEncoding; readonly words: readonly string[] }[]
}

export interface ImportPlan {
  readonly rows: number
  readonly newCustomers: number
  readonly invoices: number
  readonly credits: number
  readonly receipts: number
  /** Minor units of the company's currency. */
  readonly totalInvoiced: number
  readonly totalCredited: number
  readonly totalReceived: number
  /** Each problem with every row that has it, the one of most rows first; at most 1,000. */
  readonly problems: readonly ProblemGroup[]
  readonly badRows: number
  /** Rows of which nothing is open: they stay in the old books. */
  readonly closedRows: number
  /** Lines of headings and sums, which are no items. */
  readonly otherLines: number
  /** Headers of columns that hold something and are imported as nothing. */
  readonly columnsLeftOut: readonly string[]
  /** SHA-256 of the file checked, so that what is imported is what was checked. */
  readonly fileHash: string
}

export interface ImportResult {
  readonly customers: number
  readonly invoices: number
  readonly credits: number
  readonly receipts: number
}

const fileRefusals = ['token_invalid', 'file_not_found', 'file_too_large', 'file_unreadable', 'csv_malformed'] as const

export const imports = {
  /** Shows the open dialog; the token stands for the chosen file. Null when the clerk closes the dialog. */
  'imports.choose': shell({}, { output: output<ChosenCsv | null>(), role: 'clerk' }),
  'imports.preview': report(
    {
      token: fileToken,
      encoding: z.enum(textEncodings).nullable().default(null),
      headerLine: z.int().min(0).max(1000).nullable().default(null),
    },
    { output: output<CsvPreview>(), refusals: [...fileRefusals, 'cancelled'] },
  ),
  /** Every bad row with its line and reason; nothing is changed. */
  'imports.dryRun': report(
    { token: fileToken, mapping: importMapping },
    { output: output<ImportPlan>(), refusals: [...fileRefusals, 'mapping_incomplete', 'import_question', 'cancelled'] },
  ),
  /** All or nothing, in one command. */
  'imports.run': command(
    { token: fileToken, mapping: importMapping, fileHash: text(64, 64) },
    {
      office: 'together',
      giveWay: 'never',
      output: output<ImportResult>(),
      long: true,
      refusals: [
        ...fileRefusals,
        'mapping_incomplete',
        'import_question',
        'import_has_errors',
        'import_file_changed',
        'period_locked',
        'over_every_limit',
        'cancelled',
      ],
      approvable: ['over_limit', 'credit_given'],
    },
  ),
}
