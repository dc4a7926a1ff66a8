import type { WebContents } from 'electron'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CSV_BYTES_MAX } from '../../src-main/import-export/csv/read-file.ts'
import { systemPrinter } from '../../src-main/shell/printing.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { newShell } from '../fixtures/shell.ts'
import { dryRun, mapping, preview, runChecked, writeCsv } from '../import-export/import-fixture.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

const fileOf = ({ folder }: TestCompany, content: string): string => {
  const path = join(folder, 'list.csv')
  writeFileSync(path, content)
  return path
}

const jammed: Pick<WebContents, 'print'> = { print: (_, done) => done?.(false, 'paper jam') }

/** Lists that come in, paper that goes out. */
export const exchange = {
  token_invalid: {
    says: 'That file choice has expired. Choose the file again.',
    make: (company) => company.call('imports.preview', { token: TOKEN }),
  },
  file_too_large: {
    says: 'The file is larger than 50 MB. Split it into smaller files.',
    make: (company) => {
      const path = fileOf(company, 'Customer\n')
      truncateSync(path, CSV_BYTES_MAX + 1)
      return preview(company, path)
    },
  },
  file_unreadable: {
    says: 'The file could not be read: it is a PDF, so export the list as CSV instead.',
    make: (company) => preview(company, fileOf(company, '%PDF-1.7')),
  },
  csv_malformed: {
    says: 'Line 2: a quoted value begins here and never ends. Correct the file and choose it again.',
    make: (company) => preview(company, fileOf(company, 'Customer,Amount\nC1,"5.00\n')),
  },
  import_question: {
    says: '"1.500" could be a thousand or have decimals. Say which mark stands before the decimals.',
    make: (company) =>
      dryRun(company, writeCsv(company, ['C1,,,1,2025-01-10,,1.500,,']), { ...mapping, decimalMark: null }),
  },
  import_has_errors: {
    says: '1 row has errors, so nothing was imported. Correct the file or the mapping.',
    make: async (company) => {
      const file = writeCsv(company, ['C1,,,1,2025-01-10,,1.00,,', 'C1,,,2,2025-02-30,,1.00,,'])
      const { fileHash } = await dryRun(company, file)
      return runChecked(company, file, fileHash)
    },
  },
  import_file_changed: {
    says: 'The file changed since the dry run. Run the check again.',
    make: async (company) => {
      const { fileHash } = await dryRun(company, writeCsv(company, ['C1,,,1,2025-01-10,,1.00,,']))
      return runChecked(company, writeCsv(company, ['C1,,,1,2025-01-10,,2.00,,']), fileHash)
    },
  },
  mapping_incomplete: {
    says: 'Choose a column for the amount.',
    make: (company) => {
      const { amount: _, ...columns } = mapping.columns
      return dryRun(company, writeCsv(company, ['C1,,,1,2025-01-10,,1.00,,']), { ...mapping, columns })
    },
  },
  no_printer: {
    says: 'No printer is installed. Save a PDF instead.',
    make: () => newShell().ask('page.print', { title: 'Aging' }),
  },
  print_failed: {
    says: 'The printer refused: paper jam. Nothing was printed.',
    make: () => systemPrinter('app://duebook/print.html', () => jammed as WebContents).printWindow('Aging'),
  },
} as const satisfies RefusalCases
