import type { TriggerCases } from './attack-case.ts'
import { onApplications } from './applications.ts'
import { onBilling } from './billing.ts'
import { onCash } from './cash.ts'
import { onDeductions } from './deductions.ts'
import { onDocuments } from './documents.ts'
import { onEntries } from './entries.ts'
import { onNumbers } from './numbers.ts'
import { onRecords } from './records.ts'
import { onSums } from './sums.ts'

/** What each trigger has to refuse. Those that keep facts from being changed or deleted are alike, and made in generic.ts. */
export const attacks: TriggerCases = {
  ...onRecords,
  ...onDocuments,
  ...onNumbers,
  ...onEntries,
  ...onSums,
  ...onApplications,
  ...onCash,
  ...onDeductions,
  ...onBilling,
}
