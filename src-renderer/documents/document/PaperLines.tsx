import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { priceText } from '../../lists/price-text.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { billedOf } from './billed.ts'
import { canUnapply } from './application-columns.tsx'
import css from './paper.module.css'

/** What was billed; of a receipt, what it paid. */
export function PaperLines({ document }: { readonly document: DocumentView }) {
  return document.lines.length > 0 ? <Billed document={document} /> : <Paid document={document} />
}

function Billed({ document }: { readonly document: DocumentView }) {
  const format = useFormat()
  const { lines, includesTax } = billedOf(document)
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th>Description</th>
          <th className={css.end}>Quantity</th>
          <th className={css.end}>Unit price</th>
          <th className={css.end}>Discount %</th>
          <th>Tax</th>
          <th className={css.end}>{`${includesTax ? 'With tax' : 'Net'} ${document.currency}`}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.lineNo}>
            <td>
              {line.description}
              {document.offeredDiscount !== null && !line.earnsDiscount && <em> (no early discount)</em>}
            </td>
            <td className={css.end}>{line.quantity === 0 ? '' : format.decimal(line.quantity)}</td>
            <td className={css.end}>
              {line.quantity === 0 ? '' : priceText(line.unitPrice, document.currency, format)}
            </td>
            <td className={css.end}>{line.discountPercent === 0 ? '' : format.decimal(line.discountPercent)}</td>
            <td>{line.taxCode}</td>
            <td className={css.end}>{format.amount(line.amount, document.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Paid({ document }: { readonly document: DocumentView }) {
  const format = useFormat()
  const figure = (amount: number): string => format.blankZero(amount, document.currency)
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th>Applied to</th>
          <th>On</th>
          <th className={css.end}>Discount</th>
          <th className={css.end}>Amount {document.currency}</th>
        </tr>
      </thead>
      <tbody>
        {document.applications.filter(canUnapply).map((row) => (
          <tr key={row.id}>
            <td>{row.number}</td>
            <td>{format.date(row.effectiveDate)}</td>
            <td className={css.end}>{figure(row.discount)}</td>
            <td className={css.end}>{figure(row.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
