import type { z } from 'zod'
import type { EntryTexts, FieldsOf, WordsOf } from '../../kit/history.ts'
import { currencyIn } from '../../kit/history.ts'
import { count, quoted, settling } from '../../kit/history-texts.ts'
import type { ReceiptMethod } from '../../domain/receipt-method.ts'
import { unappliedName } from '../../domain/documents.ts'
import type { cashContract } from '../contract/index.ts'

type Batch = Omit<z.output<(typeof cashContract)['receiptBatches.update']['input']>, 'id' | 'version' | 'commandUid'>

const methodName = {
  check: 'check',
  transfer: 'transfer',
  card: 'card',
  cash: 'cash',
  other: 'another way',
} as const satisfies Record<ReceiptMethod, string>

const byMethod = (method: ReceiptMethod, reference: string): string =>
  ` by ${methodName[method]}${reference === '' ? '' : ` ${reference}`}`

/** A total is signed as it moves the receivable: a receipt's is negative. */
const of = (total: number, documentId: number, texts: EntryTexts): string =>
  texts.amount(Math.abs(total), texts.currencyOf(documentId))

const restName = { ...unappliedName, written_off: 'written off' } as const

const batch = {
  name: { title: 'name' },
  date: { title: 'date', text: (day: string, texts) => texts.date(day) },
  method: { title: 'method', text: (method: ReceiptMethod) => methodName[method] },
  depositAccountId: {
    title: 'deposit to',
    text: (id: number | null, texts) => (id === null ? 'undeposited funds' : texts.account(id)),
  },
  controlCount: { title: 'receipts counted', text: String },
  controlTotal: {
    title: 'total counted',
    text: (total: number, texts, whole) =>
      texts.amount(
        total,
        typeof whole['id'] === 'number' ? texts.currencyOfBatch(whole['id']) : currencyIn(whole, texts),
      ),
  },
} satisfies FieldsOf<Batch>

/** What each of this module's commands did, in words. */
export const cashHistory: WordsOf<typeof cashContract> = {
  'receipts.post': {
    title: 'Receive payment',
    say: ({ input, output }, texts) => {
      const rest =
        input.unappliedAs == null || output.unapplied === 0 ? '' : `, rest ${restName[input.unappliedAs].toLowerCase()}`
      return `${texts.document(output.id)} of ${of(output.total, output.id, texts)} posted for ${texts.customer(input.customerId)}${byMethod(input.method, input.reference)}, ${texts.date(input.date)}${settling(input.applications, texts)}${rest}`
    },
  },
  'receipts.returnPayment': {
    title: 'Returned payment',
    say: ({ input }, texts) => {
      const fee =
        input.fee === null
          ? ''
          : `, bank’s fee ${texts.amount(input.fee.amount, texts.currencyOf(input.id))} borne by the ${input.fee.bearer}`
      return `${texts.document(input.id)} returned by the bank on ${texts.date(input.date)}${fee}${quoted('reason', input.reason)}`
    },
  },
  'applications.apply': {
    title: 'Apply credit',
    say: ({ input }, texts) => `${texts.document(input.creditDocumentId)} applied${settling(input.lines, texts)}`,
  },
  'applications.applyCredits': {
    title: 'Apply credits',
    say: ({ input }, texts) => `${count(input.credits.length, 'credit')} applied${settling(input.applications, texts)}`,
  },
  'applications.unapply': {
    title: 'Unapply',
    say: ({ output }, texts) => `Application undone as of ${texts.date(output.date)}`,
  },
  'adjustments.post': {
    title: 'Adjust balance',
    say: ({ input, output }, texts) =>
      `${texts.document(output.id)}: balance of ${texts.customer(input.customerId)} ${input.direction}d by ${of(output.total, output.id, texts)}, reason ${texts.reason(input.reasonCodeId)}, ${texts.date(input.date)}${settling(input.applications, texts)}`,
  },
  'refunds.post': {
    title: 'Refund',
    say: ({ input, output }, texts) =>
      `${texts.document(output.id)} of ${of(output.total, output.id, texts)} paid back${byMethod(input.method, input.reference)} of ${texts.document(input.creditDocumentId)}, ${texts.date(input.date)}`,
  },
  'deductions.allow': {
    title: 'Allow deduction',
    say: ({ input, output }, texts) =>
      `Deduction ${texts.document(input.id)} allowed: ${of(output.total, output.id, texts)}, ${texts.date(input.date)}${quoted('memo', input.memo)}`,
  },
  'deductions.chargeBack': {
    title: 'Charge deduction back',
    say: ({ input, output }, texts) =>
      `Deduction ${texts.document(input.id)} charged back: ${of(output.total, output.id, texts)}, due ${texts.date(input.dueDate)}${quoted('memo', input.memo)}`,
  },
  'unidentifiedReceipts.post': {
    title: 'Receive unidentified money',
    say: ({ input, output }, texts) =>
      `Unidentified receipt ${output.number} of ${texts.amount(input.amount, input.currency)} posted${byMethod(input.method, input.reference)}, ${texts.date(input.date)}${quoted('payer', input.payer)}`,
  },
  'unidentifiedReceipts.identify': {
    title: 'Identify receipt',
    say: ({ input, output }, texts) =>
      `Unidentified receipt ${texts.unidentified(input.id)} identified as ${texts.document(output.id)} of ${texts.customer(input.customerId)}, ${texts.date(input.date)}${settling(input.applications, texts)}`,
  },
  'unidentifiedReceipts.giveBack': {
    title: 'Give unidentified money back',
    say: ({ input, output }, texts) =>
      `Unidentified receipt ${output.number} given back, ${texts.date(output.date)}${quoted('memo', input.memo)}`,
  },
  'receiptBatches.open': {
    title: 'Open batch',
    say: ({ input }, texts) =>
      `Batch ${input.name} opened: ${count(input.controlCount, 'receipt')} of ${texts.amount(input.controlTotal, input.currency)} counted`,
    about: ({ output }) => [{ kind: 'receipt_batch', id: output.id }],
    fields: batch,
  },
  'receiptBatches.update': {
    title: 'Change batch',
    say: ({ input }) => `Batch ${input.name} changed`,
    about: ({ input }) => [{ kind: 'receipt_batch', id: input.id }],
    fields: batch,
  },
  'receiptBatches.close': {
    title: 'Close batch',
    say: ({ input }, texts) => `Batch ${texts.batch(input.id)} closed`,
    about: ({ input }) => [{ kind: 'receipt_batch', id: input.id }],
  },
  'receiptBatches.reopen': {
    title: 'Reopen batch',
    say: ({ input }, texts) => `Batch ${texts.batch(input.id)} reopened${quoted('reason', input.reason)}`,
    about: ({ input }) => [{ kind: 'receipt_batch', id: input.id }],
  },
}
