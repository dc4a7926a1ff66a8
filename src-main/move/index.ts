import type { moveContract } from '../../src-shared/move/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { runImport } from './commands/imports/run.ts'
import { importDryRun } from './queries/imports/dry-run.ts'
import { importPreview } from './queries/imports/preview.ts'

/** What carries out this module's commands and answers its queries. */
export const move = {
  commands: {
    'imports.run': runImport,
  },
  queries: {
    'imports.preview': importPreview,
    'imports.dryRun': importDryRun,
  },
} satisfies LedgerModule<typeof moveContract>
