import { useState } from 'react'
import type { ProposedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { LateChargesOnScreen } from '../charged-too-much/LateChargesBanner.tsx'
import { sumFigures } from '../../entry/posting/currency-sums.tsx'
import { PostingPage } from '../../entry/posting/PostingPage.tsx'
import { placedBy } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import { draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Card } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { ChargeGrid } from './ChargeGrid.tsx'
import {
  checkRun,
  isBlankRun,
  isCharged,
  lackingRates,
  LAST_USED,
  rulesOf,
  runFieldOf,
  runInput,
  sumsOf,
} from './entry.ts'
import type { RunEntry } from './entry.ts'
import { coverText, ProposalBanners } from './ProposalBanners.tsx'
import type { ChargedDocument } from './RunDone.tsx'
import { RunHeader } from './RunHeader.tsx'
import { useProposal } from './use-proposal.ts'

export type RunFormProps = {
  readonly start: Started<RunEntry>
  readonly setup: EntrySetup
  readonly onPosted: (documents: readonly ChargedDocument[]) => void
}

type Posted = OutputOf<'financeCharges.post'>

/** By which rules, and who is charged what. */
export function RunForm({ start, setup, onPosted }: RunFormProps) {
  const { baseCurrency } = setup.profile
  const format = useFormat()
  const [entry, setEntry] = useState(start.entry)
  const rules = rulesOf(entry)
  const proposal = useProposal(rules, baseCurrency)
  const { charges, currencies } = proposal
  const chosen = charges.filter((charge) => isCharged(entry, charge))
  const charging = useCommand('financeCharges.post')
  const posting = useForm<RunEntry, Posted>({
    entry,
    problems: checkRun(entry, proposal.isRead ? charges : null),
    dates: { asOf: entry.asOf },
    place: placedBy((path) => runFieldOf(path, chosen)),
    send: async () => {
      const posted = await charging.run(complete(runInput(entry, charges)))
      await api.preferences.set({ key: LAST_USED, value: { annualRate: entry.annualRate, fee: entry.fee } })
      return posted
    },
  })
  const covered = coverText(chosen, format.amount)
  const lacking = lackingRates(charges)
  const sums = sumsOf(chosen, baseCurrency)

  return (
    <PostingPage
      title="Finance charges"
      sub="Interest from the day after the due date or the last charge, and a late fee once for each late item"
      posting={posting}
      isResumed={start.isResumed}
      draft={draftOf('finance_charges', entry, { title: 'Finance charges', isBlank: isBlankRun(entry) })}
      describe={({ documents }) =>
        documents.length === 1 ? '1 finance charge posted.' : `${documents.length} finance charges posted.`
      }
      onPosted={({ documents }) => onPosted(documents.map((made, index) => chargedDocument(made, chosen[index])))}
      figures={[
        { label: 'Customers', value: `${chosen.length} of ${charges.length}` },
        ...sumFigures(sums, ({ interest, fee }) => ({ Interest: interest, 'Late fees': fee })),
      ]}
    >
      <LateChargesOnScreen ids={null} />
      <ProposalBanners proposal={proposal} />
      {covered !== null && <Banner tone="warn">{covered}</Banner>}
      {lacking.length > 0 && rules !== null && (
        <Banner tone="warn">
          {`No exchange rate for ${lacking.join(', ')} by ${format.date(rules.asOf)}: its customers are left out. Enter one here, or in Setup under Exchange rates.`}
        </Banner>
      )}
      <Card>
        <RunHeader
          entry={entry}
          update={setEntry}
          baseCurrency={baseCurrency}
          currencies={currencies}
          errors={posting.errors}
        />
      </Card>
      <ChargeGrid
        entry={entry}
        onChange={setEntry}
        charges={charges}
        empty={proposal.isRead ? 'nothing late' : rules === null ? 'no rules' : 'reading'}
      />
      <ProgressDialog
        title="Posting finance charges"
        isWorking={charging.isPending}
        progress={charging.progress}
        onCancel={charging.cancel}
      />
    </PostingPage>
  )
}

const chargedDocument = (made: Posted['documents'][number], charge: ProposedCharge | undefined): ChargedDocument => ({
  id: made.id,
  number: made.number,
  dueDate: made.dueDate,
  total: made.total,
  code: charge?.code ?? '',
  name: charge?.name ?? '',
  currency: charge?.currency ?? '',
})
