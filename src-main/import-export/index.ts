import type { importExportContract } from '../../src-shared/import-export/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { runImport } from './commands/run.ts'
import { importDryRun } from './queries/dry-run.ts'
import { importPreview } from './queries/preview.ts'

/** What carries out this module's commands and answers its queries. */
export const importExport = {
  commands: {
    'imports.run': runImport,
  },
  queries: {
    'imports.preview': importPreview,
    'imports.dryRun': importDryRun,
  },
} satisfies LedgerModule<typeof importExportContract>
