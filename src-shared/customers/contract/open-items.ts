import { date, id } from '../../kit/fields.ts'
import { output, query } from '../../kit/operation.ts'
import type { OpenItem, RelatedCustomer } from '../../ledger/contract/open-items.ts'

export const customerItems = {
  /** Debits and credits of one customer open as of a day, by due date. */
  'openItems.forCustomer': query(
    { customerId: id, asOf: date },
    { output: output<readonly OpenItem[]>(), refusals: ['customer_not_found'] },
  ),
  /** What a receipt of the customer may settle: the items of all customers of its payer, by due date. */
  'openItems.forPayer': query(
    { customerId: id, asOf: date },
    {
      /** The payer first. One customer alone when nobody pays for it and it pays for nobody. */
      output: output<{ readonly customers: readonly RelatedCustomer[]; readonly items: readonly OpenItem[] }>(),
      refusals: ['customer_not_found'],
    },
  ),
}
