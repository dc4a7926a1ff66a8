import type { Proposal } from '../../../src-shared/cash/contract/receipts.ts'
import type { CallInput } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'

const NO_PROPOSALS: readonly Proposal[] = []

export type Proposals = {
  /** Best first; those asked for before stay until the next are read. */
  readonly proposals: readonly Proposal[]
  /** False while the proposals are those of what was typed before. */
  readonly isProposed: boolean
  readonly error: string | null
}

/**
 * The ways to apply an amount to what a customer owes.
 * @param canPropose false while not all that is asked by is typed: then there is nothing to wait for
 */
export function useProposals(asked: CallInput<'receipts.propose'>, canPropose: boolean): Proposals {
  const { data, isPlaceholderData, error } = useLedgerQuery('receipts.propose', asked, { enabled: canPropose })
  return {
    proposals: (canPropose ? data : undefined) ?? NO_PROPOSALS,
    isProposed: !canPropose || (data !== undefined && !isPlaceholderData),
    error: error?.message ?? null,
  }
}
