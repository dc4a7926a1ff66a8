import type { ReopenedItem } from '../../../src-shared/ledger/contract/documents.ts'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { Figure } from '../../ui/Figure.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { ReopenedItems } from './ReopenedItems.tsx'

export type Returned = {
  readonly posted: OutputOf<'receipts.returnPayment'>
  readonly reopened: readonly ReopenedItem[]
  readonly currency: string
  readonly receipt: PickerOption | null
  readonly fee: number
}

/** What the return has done: the reversal, what is open again, and the fee's debit note. */
export function ReturnDone({ returned }: { readonly returned: Returned }) {
  const { posted, reopened, currency, receipt, fee } = returned
  const navigator = useNavigator()
  const { fee: note, id: documentId } = posted
  const rows: readonly ReopenedItem[] =
    note === null
      ? reopened
      : [...reopened, { documentId: note.id, kind: 'debit_note', number: note.number, currency, amount: fee }]
  return (
    <Page
      title={`${receipt?.code ?? 'The payment'} is returned`}
      sub={receipt?.name}
      actions={
        <>
          <ActionButton action="go.back" variant="quiet" />
          <Button onPress={() => navigator.go({ screen: 'document', documentId })}>Open {posted.number}</Button>
        </>
      }
    >
      <Card>
        <FactLine facts={factsOf(returned)} />
      </Card>
      <Card fill title="Open again">
        <ReopenedItems rows={rows} currency={currency} autoFocus />
      </Card>
    </Page>
  )
}

function factsOf({ posted, fee, currency }: Returned): readonly Fact[] {
  const amount = <Figure amount={fee} currency={currency} />
  return [
    { label: 'Reversed by', value: posted.number },
    ...(posted.fee === null ? [] : [{ label: 'Fee charged by', value: posted.fee.number }]),
    ...(fee === 0 ? [] : [{ label: posted.fee === null ? 'Fee borne by the company' : 'Fee', value: amount }]),
    { label: 'Returned payments of this customer', value: String(posted.returnedPayments) },
  ]
}
