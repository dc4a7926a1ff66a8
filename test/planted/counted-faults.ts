import type { Fault } from './fault.ts'

/** In SQL, chosen by counting: every nineteenth condition of the statements, those left out whose fault changes nothing that can be seen. */
export const countedFaults: readonly Fault[] = [
  {
    name: 'earlier-check',
    file: 'src-main/cash/queries/receipts/earlier-check.ts',
    from: 'd.check_key = ?',
    to: 'd.check_key >= ?',
    tests: ['test/known', 'test/cash', 'test/ledger/look-alikes.test.ts'],
  },
  {
    name: 'earlier-check-voids',
    file: 'src-main/cash/queries/receipts/earlier-check.ts',
    from: `AND d.kind = 'receipt' AND d.reverses_id IS NULL`,
    to: `AND d.kind = 'receipt'`,
    tests: ['test/known', 'test/cash'],
  },
  {
    name: 'passed-over-kind',
    file: 'src-main/company/invariants/passed-over-numbers-are-taken.sql',
    from: 'WHERE taken.kind = holder.kind AND',
    to: 'WHERE',
    tests: ['test/invariants'],
  },
  {
    name: 'code-taxes-order',
    file: 'src-main/company/queries/setup/code-taxes.ts',
    from: 'ORDER BY part.position',
    to: 'ORDER BY tax.id',
    tests: ['test/company/order-of-taxes.test.ts'],
  },
  {
    name: 'foreign-as-of',
    file: 'src-main/currency/queries/foreign-items.ts',
    from: 'entry.posting_date <= :asOf)`',
    to: 'entry.posting_date < :asOf)`',
    tests: ['test/known', 'test/property/answers-history.test.ts', 'test/property/ledger-history.test.ts'],
  },
  {
    name: 'number-like-others',
    file: 'src-main/customers/queries/customers/search.ts',
    from: 'WHERE number_key = :key LIMIT',
    to: 'WHERE number_key >= :key LIMIT',
    tests: [
      'test/known',
      'test/desk/find.test.ts',
      'test/customers/customers-list.test.ts',
      'test/ledger/look-alikes.test.ts',
    ],
  },
  {
    name: 'copied-into-closed-batch',
    file: 'src-main/documents/commands/copied.ts',
    from: ' AND is_closed = 0',
    to: '',
    tests: ['test/ledger/copy-of-a-closed-batch.test.ts'],
  },
  {
    name: 'left-to-give-void-notes',
    file: 'src-main/ledger/facts/limits/left-to-give.ts',
    from: `
      AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = note.id)) AS notes`,
    to: ') AS notes',
    tests: ['test/ledger/credited-names.test.ts'],
  },
  {
    name: 'credited-base-of-all-taxes',
    file: 'src-main/ledger/facts/settlement/credited.ts',
    from: `coalesce((SELECT sum(r.amount) FROM credit_reduction AS r WHERE r.credits_id = x.document_id
      AND r.tax_code_id = x.tax_code_id), 0)`,
    to: 'coalesce((SELECT sum(r.amount) FROM credit_reduction AS r WHERE r.credits_id = x.document_id), 0)',
    tests: [
      'test/known',
      'test/billing/credit-reductions.test.ts',
      'test/property/answers-history.test.ts',
      'test/property/ledger-history.test.ts',
    ],
  },
  {
    name: 'parts-without-chargebacks',
    file: 'src-main/ledger/facts/settlement/reductions-of.ts',
    from: 'UNION SELECT resolution.chargeback_id FROM part',
    to: 'UNION SELECT resolution.deduction_id FROM part',
    tests: [
      'test/cash/deductions.test.ts',
      'test/billing/credit-reductions.test.ts',
      'test/property/ledger-history.test.ts',
      'test/property/giving-history.test.ts',
    ],
  },
  {
    name: 'last-account',
    file: 'src-main/ledger/facts/settlement/settlement-base.ts',
    from: 'AND application_id IS NULL AND item_id IS NULL ORDER BY line_no DESC',
    to: 'AND item_id IS NULL ORDER BY line_no DESC',
    tests: ['test/property/applied-at-once.test.ts'],
  },
  {
    name: 'in-any-series',
    file: 'src-main/ledger/queries/documents/named.ts',
    from: `AND series_id IN (SELECT id FROM number_series WHERE kind = 'invoice')`,
    to: '',
    tests: ['test/known', 'test/desk/find.test.ts', 'test/ledger/documents-list.test.ts'],
  },
  {
    name: 'undoing-undone',
    file: 'src-main/ledger/queries/documents/undoing.ts',
    from: `WHERE a.credit_id = :id AND a.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = a.id)`,
    to: 'WHERE a.credit_id = :id AND a.reverses_id IS NULL',
    tests: ['test/known', 'test/ledger/foretold-voids.test.ts', 'test/ledger/voids.test.ts'],
  },
  {
    name: 'tie-out-day',
    file: 'src-main/reports/queries/ledger/tie-out.ts',
    from: 'FROM receivable_day WHERE currency = :currency AND date <= :asOf',
    to: 'FROM receivable_day WHERE currency = :currency AND date < :asOf',
    tests: ['test/known', 'test/property/ledger-history.test.ts'],
  },
  {
    name: 'settled-by-others-currency',
    file: 'src-main/reports/queries/statements/activity.ts',
    from: `AND (other.customer_id <> d.customer_id OR other.currency <> d.currency) AND a.amount <> 0
  ORDER BY a.effective_date, a.command_seq, a.id\`

/** And`,
    to: `AND other.customer_id <> d.customer_id AND a.amount <> 0
  ORDER BY a.effective_date, a.command_seq, a.id\`

/** And`,
    tests: ['test/known', 'test/property/answers-history.test.ts'],
  },
  {
    name: 'settled-for-others-currency',
    file: 'src-main/reports/queries/statements/activity.ts',
    from: `ON a.credit_id = d.id
  CROSS JOIN document AS other ON other.id = a.debit_id
  CROSS JOIN customer AS c ON c.id = other.customer_id
  WHERE d.customer_id = :customerId AND d.currency = :currency AND`,
    to: `ON a.credit_id = d.id
  CROSS JOIN document AS other ON other.id = a.debit_id
  CROSS JOIN customer AS c ON c.id = other.customer_id
  WHERE d.customer_id = :customerId AND`,
    tests: ['test/known', 'test/property/answers-history.test.ts'],
  },
  {
    name: 'revaluations-zero',
    file: 'src-main/currency/invariants/revaluations-are-taken-back.sql',
    from: 'entry.amount = 0 AND entry.base_amount <> 0',
    to: 'entry.amount = 0 AND entry.base_amount > 0',
    tests: ['test/invariants/every-invariant.test.ts'],
  },
  {
    name: 'unidentified-gaps',
    file: 'src-main/cash/invariants/unidentified-receipt-numbers-have-no-gaps.sql',
    from: ' AND number_series.device_id = unidentified_receipt.device_id',
    to: '',
    tests: ['test/invariants/every-invariant.test.ts'],
  },
  {
    name: 'voids-settle',
    file: 'src-main/ledger/invariants/voids-settle-fully.sql',
    from: 'void_item.balance <> 0',
    to: 'void_item.balance > 0',
    tests: ['test/invariants/every-invariant.test.ts'],
  },
  {
    name: 'parts-equal-total',
    file: 'src-main/ledger/invariants/document-parts-equal-total.sql',
    from: 'HAVING document.total <> sum(line.net)',
    to: 'HAVING document.total > sum(line.net)',
    tests: ['test/invariants/every-invariant.test.ts'],
  },
  {
    name: 'credit-history-charges',
    file: 'src-main/customers/queries/customers/credit-history.ts',
    from: `d.kind IN ('invoice', 'debit_note', 'credit_note')`,
    to: `d.kind IN ('invoice', 'debit_note', 'credit_note', 'finance_charge')`,
    tests: ['test/known', 'test/property/answers-history.test.ts'],
  },
  {
    name: 'overdue-on-the-day',
    file: 'src-main/ledger/queries/documents/page.ts',
    from: 'iif(i.instalments = 0, i.due_date < :asOf,',
    to: 'iif(i.instalments = 0, i.due_date <= :asOf,',
    tests: ['test/known', 'test/property/answers-history.test.ts'],
  },
  {
    name: 'overdue-in-parts',
    file: 'src-main/ledger/queries/documents/page.ts',
    from: 'p.due_date < :asOf)',
    to: 'p.due_date <= :asOf)',
    tests: ['test/known', 'test/property/answers-history.test.ts'],
  },
]
