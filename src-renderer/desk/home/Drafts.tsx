import type { DraftKind } from '../../../src-shared/ledger/contract/drafts.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import type { Place } from '../../keyboard/places.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './home.module.css'

type Resumed = { readonly name: string; readonly place: (draftUid: string) => Place }

const entries: Readonly<Record<DraftKind, Resumed>> = {
  invoice: { name: 'Invoice', place: (draftUid) => ({ screen: 'invoice', draftUid }) },
  debit_note: { name: 'Debit note', place: (draftUid) => ({ screen: 'debitNote', draftUid }) },
  credit_note: { name: 'Credit note', place: (draftUid) => ({ screen: 'creditNote', draftUid }) },
  recurring: { name: 'Recurring', place: (draftUid) => ({ screen: 'recurringEdit', draftUid }) },
  adjustment: { name: 'Adjustment', place: (draftUid) => ({ screen: 'adjustment', draftUid }) },
  refund: { name: 'Refund', place: (draftUid) => ({ screen: 'refund', draftUid }) },
  returned_payment: { name: 'Returned', place: (draftUid) => ({ screen: 'returnedPayment', draftUid }) },
  finance_charges: { name: 'Charges', place: (draftUid) => ({ screen: 'financeCharges', draftUid }) },
  opening_balances: { name: 'Opening', place: (draftUid) => ({ screen: 'openingBalances', draftUid }) },
  parked_receipt: { name: 'Parked receipt', place: (draftUid) => ({ screen: 'parkReceipt', draftUid }) },
  identified_receipt: { name: 'Identification', place: (draftUid) => ({ screen: 'identifyReceipt', draftUid }) },
  receipt: { name: 'Payment', place: (draftUid) => ({ screen: 'receivePayment', draftUid }) },
}

/** Entries left unfinished, the latest first; one key takes each up again. */
export function Drafts() {
  const navigator = useNavigator()
  const { data: drafts = [] } = useLedgerQuery('drafts.list', {})
  const discard = useCommand('drafts.discard')
  if (drafts.length === 0) return null
  return (
    <Card title="Not posted yet">
      <ul className={css.drafts}>
        {drafts.map((draft) => (
          <li key={draft.uid}>
            <span className={css.kind}>{entries[draft.kind].name}</span>
            <span className={css.title}>{draft.title}</span>
            <Button
              variant="quiet"
              onPress={() => void discard.run({ uid: draft.uid })}
              label={`Discard ${draft.title}`}
            >
              Discard
            </Button>
            <Button
              onPress={() => navigator.go(entries[draft.kind].place(draft.uid))}
              label={`Go on with ${draft.title}`}
            >
              Go on
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
