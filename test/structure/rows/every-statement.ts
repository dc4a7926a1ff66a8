import { prepare, runEveryOperation } from '../../kernel/every-command.ts'
import { billedAndCredited, creditedInTurns, discountsTakenBack } from './stories-of-billing.ts'
import { moneyReceived, paidInCash, paidInParts, reportsAbroad } from './stories-of-cash.ts'
import { whoDidWhat } from './stories-of-history.ts'
import { givenAway, livesOfFiles, movedIn, recordsOfTheCompany } from './stories-of-records.ts'

/** What one of each operation does not come to. */
const STORIES = [
  recordsOfTheCompany,
  billedAndCredited,
  discountsTakenBack,
  creditedInTurns,
  moneyReceived,
  paidInCash,
  paidInParts,
  reportsAbroad,
  givenAway,
  movedIn,
  livesOfFiles,
  whoDidWhat,
] as const

export const runEveryStatement = async (): Promise<void> => {
  // The company that the operations work in is made once in a run of tests, maybe before this one.
  await prepare()
  await runEveryOperation()
  for (const story of STORIES) await story()
}
