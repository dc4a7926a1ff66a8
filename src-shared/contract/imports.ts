import { z } from 'zod'
import { datePatterns } from '../domain/date-text.ts'
import { importFields, type ImportField } from '../domain/import-fields.ts'
import { fileToken, text } from './fields.ts'
import { command, output, report, shell } from './operation.ts'

export { importFields, requiredImportFields } from '../domain/import-fields.ts'
export type { ImportField } from '../domain/import-fields.ts'

export const importMapping = z.strictObject({
  /** Column index, from 0, of each mapped field. */
  columns: z.partialRecord(z.enum(importFields), z.int().min(0).max(500)),
  datePattern: z.enum(datePatterns),
  decimalMark: z.enum(['.', ',']),
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
  /** From the headers, or as remembered for this set of headers. */
  readonly mapping: ImportMapping
  readonly remembered: boolean
  /** True when day and month could be either way round in every row. */
  readonly ambiguousDates: boolean
}

export interface ImportProblem {
  /** Line of the file, counting the header as line 1. */
  readonly line: number
  readonly field: ImportField | null
  readonly value: string
  readonly problem: string
}

export interface ImportPlan {
  readonly rows: number
  readonly newCustomers: number
  readonly invoices: number
  readonly receipts: number
  /** Minor units of the company's currency. */
  readonly totalInvoiced: number
  readonly totalReceived: number
  /** The first 1,000. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
  /** SHA-256 of the file checked, so that what is imported is what was checked. */
  readonly fileHash: string
}

export interface ImportResult {
  readonly customers: number
  readonly invoices: number
  readonly receipts: number
}

const fileRefusals = ['token_invalid', 'file_not_found', 'file_too_large', 'file_unreadable', 'csv_malformed'] as const

export const imports = {
  /** Shows the open dialog; the token stands for the chosen file. Null when the clerk closes the dialog. */
  'imports.choose': shell({}, { output: output<ChosenCsv | null>() }),
  'imports.preview': report(
    { token: fileToken },
    { output: output<CsvPreview>(), refusals: [...fileRefusals, 'cancelled'] },
  ),
  /** Every bad row with its line and reason; nothing is changed. */
  'imports.dryRun': report(
    { token: fileToken, mapping: importMapping },
    { output: output<ImportPlan>(), refusals: [...fileRefusals, 'mapping_incomplete', 'cancelled'] },
  ),
  /** All or nothing, in one command. */
  'imports.run': command(
    { token: fileToken, mapping: importMapping, fileHash: text(64, 64) },
    {
      output: output<ImportResult>(),
      long: true,
      refusals: [
        ...fileRefusals,
        'mapping_incomplete',
        'import_has_errors',
        'import_file_changed',
        'period_locked',
        'credit_given',
        'cancelled',
      ],
    },
  ),
}
