import {
  anyVoid,
  asVoid,
  insert,
  more,
  newDocument,
  NEXT,
  type Attack,
  type Changes,
  type TriggerCases,
} from './attack-case.ts'

const finished = 'its command is already finished'

/** The two adjustments of a deduction, its invoice and its receipt; `spoilt` are changes to one of them. */
const deducting = (
  spoilt: Partial<Record<'debit' | 'credit' | 'row' | 'invoice' | 'receipt', Changes>> = {},
): Attack => [
  newDocument('ADJ-00001', { id: more(1), number: `'D'`, total: '500', base_total: '500', ...spoilt.debit }),
  newDocument('ADJ-00001', { id: more(2), number: `'C'`, total: '-500', base_total: '-500', ...spoilt.credit }),
  newDocument('INV-00004', { id: more(3), number: `'I'`, ...spoilt.invoice }),
  newDocument('RCT-00001', { id: more(4), number: `'R'`, ...spoilt.receipt }),
  insert('deduction', {
    document_id: more(1),
    command_seq: NEXT,
    credit_id: more(2),
    invoice_id: more(3),
    receipt_id: more(4),
    ...spoilt.row,
  }),
]

/** Charges back, or allows, a deduction of 5.00. */
const resolving = (spoilt: Partial<Record<'credit' | 'note' | 'row', Changes>> = {}): Attack => [
  ...deducting(),
  newDocument('ADJ-00001', { id: more(5), number: `'E'`, total: '-500', base_total: '-500', ...spoilt.credit }),
  newDocument('DBN-00001', { id: more(6), number: `'N'`, total: '500', base_total: '500', ...spoilt.note }),
  insert('deduction_resolution', {
    credit_id: more(5),
    command_seq: NEXT,
    deduction_id: more(1),
    outcome: `'charged_back'`,
    chargeback_id: more(6),
    ...spoilt.row,
  }),
]
const allowing = (credit: Changes = {}): Attack =>
  resolving({ credit, row: { outcome: `'allowed'`, chargeback_id: 'NULL' } })

const overpaying = (spoilt: Partial<Record<'debit' | 'receipt' | 'row', Changes>> = {}): Attack => [
  newDocument('ADJ-00001', { id: more(1), number: `'D'`, total: '3', base_total: '3', ...spoilt.debit }),
  newDocument('RCT-00001', { id: more(4), number: `'R'`, ...spoilt.receipt }),
  insert('overpayment', { document_id: more(1), command_seq: NEXT, receipt_id: more(4), ...spoilt.row }),
]

export const onDeductions = {
  deduction_of_this_command: {
    refused: { [finished]: [deducting({ row: { command_seq: '1' } })] },
    allowed: [deducting()],
  },
  deduction_moves_nothing: {
    refused: {
      'its two adjustments are opposite, for one reason and one customer, of an invoice and a receipt': [
        deducting({ row: { document_id: '999999' } }),
        ['DROP TRIGGER document_adjusts_for_a_reason', ...deducting({ debit: { kind: `'debit_note'` } })],
        ['DROP TRIGGER document_adjusts_for_a_reason', ...deducting({ credit: { kind: `'credit_note'` } })],
        deducting({ debit: { base_total: '550' }, credit: { total: '-550', base_total: '-550' } }),
        deducting({ debit: { base_total: '550' }, credit: { total: '-500', base_total: '-500' } }),
        deducting({ debit: { total: '0', base_total: '0' }, credit: { total: '0', base_total: '0' } }),
        deducting({ invoice: { total: '0' } }),
        deducting({ debit: { kind: `'debit_note'`, reason_code_id: 'NULL' } }),
        deducting({ credit: { kind: `'credit_note'`, reason_code_id: 'NULL' } }),
        deducting({ debit: { total: '-500', base_total: '-500' }, credit: { total: '500', base_total: '500' } }),
        deducting({ credit: { total: '-499' } }),
        deducting({ credit: { base_total: '-499' } }),
        deducting({ credit: { reason_code_id: '2' } }),
        deducting({ credit: { customer_id: '2' } }),
        deducting({ invoice: { customer_id: '2' } }),
        deducting({ invoice: { currency: `'EUR'` } }),
        deducting({ invoice: { kind: `'receipt'`, method: `'cash'`, total: '-1' } }),
        deducting({ receipt: { kind: `'credit_note'` } }),
        deducting({ row: { receipt_id: '999999' } }),
        deducting({ row: { invoice_id: '999999' } }),
        deducting({ row: { credit_id: '999999' } }),
        anyVoid(deducting({ debit: asVoid })),
        anyVoid(deducting({ credit: asVoid })),
        anyVoid(deducting({ receipt: asVoid })),
      ],
    },
    allowed: [deducting()],
  },
  deduction_resolution_of_this_command: {
    refused: { [finished]: [resolving({ row: { command_seq: '1' } })] },
    allowed: [resolving()],
  },
  deduction_resolution_moves_nothing: {
    refused: {
      'a credit adjustment of the deduction’s customer, and a debit note of its amount': [
        ['DROP TRIGGER document_adjusts_for_a_reason', ...allowing({ kind: `'credit_note'` })],
        allowing({ total: '0' }),
        resolving({ credit: { base_total: '-550' }, note: { total: '550', base_total: '550' } }),
        resolving({ credit: { base_total: '-550' }, note: { total: '500', base_total: '500' } }),
        allowing({ kind: `'credit_note'`, reason_code_id: 'NULL' }),
        allowing({ total: '500' }),
        allowing({ customer_id: '2' }),
        allowing({ currency: `'EUR'` }),
        allowing({ reason_code_id: '2' }),
        anyVoid(allowing(asVoid)),
        resolving({ row: { credit_id: '999999' } }),
        resolving({ row: { deduction_id: '999999' } }),
        resolving({ row: { chargeback_id: '999999' } }),
        resolving({ note: { kind: `'invoice'` } }),
        resolving({ note: { customer_id: '2' } }),
        resolving({ note: { currency: `'EUR'` } }),
        resolving({ note: { total: '499' } }),
        resolving({ note: { base_total: '499' } }),
        anyVoid(resolving({ note: asVoid })),
      ],
    },
    allowed: [resolving(), allowing()],
  },
  overpayment_of_this_command: {
    refused: { [finished]: [overpaying({ row: { command_seq: '1' } })] },
    allowed: [overpaying()],
  },
  overpayment_of_a_receipt: {
    refused: {
      'a debit adjustment of the receipt’s customer and currency': [
        overpaying({ debit: { total: '0' } }),
        overpaying({ debit: { kind: `'debit_note'`, reason_code_id: 'NULL' } }),
        overpaying({ debit: { total: '-3' } }),
        overpaying({ receipt: { kind: `'credit_note'` } }),
        overpaying({ debit: { customer_id: '2' } }),
        overpaying({ debit: { currency: `'EUR'` } }),
        overpaying({ row: { receipt_id: '999999' } }),
        overpaying({ row: { document_id: '999999' } }),
        anyVoid(overpaying({ debit: asVoid })),
        anyVoid(overpaying({ receipt: asVoid })),
      ],
    },
    allowed: [overpaying()],
  },
} as const satisfies TriggerCases
