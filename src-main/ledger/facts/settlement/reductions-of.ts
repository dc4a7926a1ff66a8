import type { CreditableTax } from '../../../../src-shared/ledger/rules/crediting/crediting.ts'
import {
  minus,
  nothingOf,
  plus,
  type Reduction,
  type ReductionKind,
  type TaxedParts,
} from '../../../../src-shared/ledger/rules/settlement/reductions.ts'
import { splitDiscount } from '../../../../src-shared/company/rules/tax/tax.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

/** What lowered a document without money, and what credit notes had taken back when that last changed. */
export interface Reduced {
  readonly reductions: readonly Reduction[]
  readonly creditedThen: TaxedParts
}

/** The command that last changed the reductions; null without any. */
type Changed = Reduced & { readonly changedAt: number | null }

/** Ids of the document itself and of what was deducted from it and is owed apart, charged back or not. */
export const PARTS_OF = `
  WITH RECURSIVE part (id) AS (
    SELECT cast(:id AS INTEGER)
    UNION SELECT deduction.document_id FROM part JOIN deduction ON deduction.invoice_id = part.id
    UNION SELECT resolution.chargeback_id FROM part
      JOIN deduction_resolution AS resolution ON resolution.deduction_id = part.id
      WHERE resolution.chargeback_id IS NOT NULL)`

/**
 * Every application that gave something away, undone or not. An adjustment that only moves a deduction to an item of its
 * own gives nothing away: that item is part of the document.
 */
const GIVEN = `${PARTS_OF}
  SELECT a.id, a.debit_id AS debitId, a.command_seq AS seq, coalesce(a.debit_posting_id, a.posting_id) AS postingId,
    a.discount, a.write_off AS writeOff,
    iif(credit.kind = 'adjustment' AND credit.reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM deduction WHERE deduction.credit_id = credit.id)
      AND NOT EXISTS (SELECT 1 FROM deduction_resolution AS resolution
        WHERE resolution.credit_id = credit.id AND resolution.chargeback_id IS NOT NULL),
      coalesce(a.debit_amount, a.amount), 0) AS adjusted,
    credit.posting_id AS creditPostingId, coalesce(reason.name, '') AS reason,
    a.reverses_id IS NOT NULL OR EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = a.id) AS isUndone
  FROM part CROSS JOIN application AS a ON a.debit_id = part.id
  JOIN document AS credit ON credit.id = a.credit_id
  LEFT JOIN reason_code AS reason ON reason.id = credit.reason_code_id
  WHERE a.discount <> 0 OR a.write_off <> 0 OR credit.kind = 'adjustment'
  ORDER BY a.command_seq, a.id`

interface Given {
  readonly id: number
  readonly debitId: number
  readonly seq: number
  readonly postingId: number
  readonly discount: number
  readonly writeOff: number
  readonly adjusted: number
  readonly creditPostingId: number
  readonly reason: string
  readonly isUndone: 0 | 1
}

const TAXES_TAKEN = `
  SELECT kind, tax_code_id AS taxCodeId, tax FROM application_tax WHERE application_id = ? ORDER BY tax_code_id`

const ACCOUNT_OF_ADJUSTMENT = `
  SELECT account_id FROM entry WHERE posting_id = ? AND item_id IS NULL AND application_id IS NULL ORDER BY line_no LIMIT 1`

const DISCOUNT_BEFORE_TAX = `
  SELECT coalesce(sum(amount), 0) FROM entry WHERE posting_id = ? AND application_id = ? AND account_id = ?`

/** Credit notes that stand, with what they took back of the lines. */
const NOTES = `
  SELECT note.id, note.command_seq AS seq, (
    SELECT 0 - coalesce(sum(line.net), 0) FROM document_line AS line
    WHERE line.document_id = note.id AND line.credits_line_no IS NOT NULL) AS net
  FROM document AS note
  WHERE note.credits_id = ? AND note.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = note.id)
  ORDER BY note.command_seq, note.id`

interface Note {
  readonly id: number
  readonly seq: number
  readonly net: number
}

const TAKEN_BACK = `
  SELECT kind, account_id AS accountId, with_tax AS withTax, tax_code_id AS taxCodeId, amount
  FROM credit_reduction WHERE document_id = ? ORDER BY position`

type StoredReversal = Stored<'creditReduction', 'kind' | 'accountId' | 'withTax' | 'taxCodeId' | 'amount'>

/** What was billed, as far as dividing a reduction asks. */
export interface BilledFigures {
  readonly id: number
  readonly net: number
  readonly taxes: readonly Pick<CreditableTax, 'taxCodeId' | 'tax'>[]
}

const roleAccount = (db: Readable, role: 'discount_given' | 'write_off'): number =>
  db.value<number>('SELECT account_id FROM account_role WHERE role = ?', [role]) ?? 0

/** What discounts, write-offs, allowed deductions and adjustments have given away on a document, by account. */
export const reductionsOf = (db: Readable, billed: BilledFigures): Changed => {
  const nothing: TaxedParts = { net: 0, taxes: billed.taxes.map(() => 0) }
  const given = db.all<Given>(GIVEN, { id: billed.id }).filter(({ discount, writeOff, adjusted }) => {
    return discount !== 0 || writeOff !== 0 || adjusted !== 0
  })
  if (given.length === 0) return { reductions: [], creditedThen: nothing, changedAt: null }
  const sums = new Sums(nothing)
  for (const each of given) if (each.isUndone === 0) addGiven(db, billed, sums, each)
  const lastChange = Math.max(...given.map(({ seq }) => seq))
  let creditedThen = nothing
  for (const note of db.all<Note>(NOTES, [billed.id])) {
    const isBefore = note.seq < lastChange
    const rows = db.all<StoredReversal>(TAKEN_BACK, [note.id])
    for (const row of rows) sums.takeBack(row, partOf(billed, row.taxCodeId, row.amount), isBefore)
    if (isBefore) creditedThen = plus(creditedThen, creditedBy(db, billed, note, rows))
  }
  return { reductions: sums.reductions(), creditedThen, changedAt: lastChange }
}

const NETS_BEFORE = `
  SELECT line.credits_line_no AS lineNo, 0 - sum(line.net) AS net
  FROM document AS note JOIN document_line AS line ON line.document_id = note.id AND line.credits_line_no IS NOT NULL
  WHERE note.credits_id = :id AND note.reverses_id IS NULL AND note.command_seq < :seq
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = note.id)
  GROUP BY line.credits_line_no`

/** What credit notes that stand had taken back of each line before a command. */
export const netsCreditedBefore = (db: Readable, id: number, seq: number): ReadonlyMap<number, number> =>
  new Map(db.all<{ lineNo: number; net: number }>(NETS_BEFORE, { id, seq }).map(({ lineNo, net }) => [lineNo, net]))

/** An amount in the place of its tax, or before tax. */
const partOf = ({ taxes }: BilledFigures, taxCodeId: number | null, amount: number): TaxedParts => ({
  net: taxCodeId === null ? amount : 0,
  taxes: taxes.map((tax) => (tax.taxCodeId === taxCodeId ? amount : 0)),
})

const addGiven = (db: Readable, billed: BilledFigures, sums: Sums, each: Given): void => {
  const { discount, writeOff, adjusted, reason } = each
  const taken = each.debitId === billed.id && billed.taxes.length > 0 ? taxesTaken(db, billed, each) : null
  const add = (kind: ReductionKind, accountId: number, amount: number): void => {
    const taxes = taken?.get(kind)
    const net = taxes === undefined ? amount : amount - taxes.reduce((sum, tax) => sum + tax, 0)
    const parts = { net, taxes: taxes ?? billed.taxes.map(() => 0) }
    sums.give({ kind, accountId, withTax: taxes !== undefined, reason: kind === 'adjustment' ? reason : '' }, parts)
  }
  if (discount !== 0) add('discount', roleAccount(db, 'discount_given'), discount)
  if (writeOff !== 0) add('write_off', roleAccount(db, 'write_off'), writeOff)
  if (adjusted !== 0) add('adjustment', db.value<number>(ACCOUNT_OF_ADJUSTMENT, [each.creditPostingId]) ?? 0, adjusted)
}

const taxesTaken = (
  db: Readable,
  billed: BilledFigures,
  each: Given,
): ReadonlyMap<ReductionKind, readonly number[]> => {
  const rows = db.all<Stored<'applicationTax', 'kind' | 'taxCodeId' | 'tax'>>(TAXES_TAKEN, [each.id])
  const kinds = new Set(rows.map(({ kind }) => kind))
  const found = new Map(
    [...kinds].map((kind) => [
      kind,
      billed.taxes.map(
        ({ taxCodeId }) => rows.find((row) => row.kind === kind && row.taxCodeId === taxCodeId)?.tax ?? 0,
      ),
    ]),
  )
  if (each.discount !== 0 && !found.has('discount')) {
    const earlier = taxesOfOlderDiscount(db, billed, each)
    if (earlier !== null) found.set('discount', earlier)
  }
  return found
}

/** Discounts posted before taxes were kept by application: divided by what was billed, where their entries took tax along. */
const taxesOfOlderDiscount = (db: Readable, billed: BilledFigures, each: Given): number[] | null => {
  const account = roleAccount(db, 'discount_given')
  const beforeTax = db.value<number>(DISCOUNT_BEFORE_TAX, [each.postingId, each.id, account]) ?? each.discount
  if (beforeTax === each.discount) return null
  const taxes = billed.taxes.map(({ tax }) => tax)
  return [...splitDiscount(each.discount, { net: billed.net, taxes }, true).taxes]
}

const creditedBy = (db: Readable, billed: BilledFigures, note: Note, taken: readonly StoredReversal[]): TaxedParts => {
  const taxes = db.all<{ taxCodeId: number; tax: number }>(
    'SELECT tax_code_id AS taxCodeId, 0 - tax AS tax FROM document_tax WHERE document_id = ?',
    [note.id],
  )
  return {
    net: note.net,
    taxes: billed.taxes.map(({ taxCodeId }) => {
      const back = taken.reduce((sum, row) => (row.taxCodeId === taxCodeId ? sum + row.amount : sum), 0)
      return back + (taxes.find((row) => row.taxCodeId === taxCodeId)?.tax ?? 0)
    }),
  }
}

type Kind = Pick<Reduction, 'kind' | 'accountId' | 'withTax' | 'reason'>

/** Reductions by what they are and the account that bears them. */
class Sums {
  readonly #nothing: TaxedParts
  readonly #found = new Map<string, Reduction>()

  constructor(nothing: TaxedParts) {
    this.#nothing = nothing
  }

  give(kind: Kind, parts: TaxedParts): void {
    const reduction = this.#of(kind)
    this.#set({ ...reduction, reason: reduction.reason || kind.reason, given: plus(reduction.given, parts) })
  }

  takeBack({ kind, accountId, withTax }: StoredReversal, parts: TaxedParts, isBefore: boolean): void {
    const reduction = this.#of({ kind, accountId, withTax: withTax === 1, reason: '' })
    this.#set(
      isBefore
        ? { ...reduction, given: minus(reduction.given, parts) }
        : { ...reduction, reversed: plus(reduction.reversed, parts) },
    )
  }

  reductions(): readonly Reduction[] {
    return [...this.#found.values()]
  }

  #of(kind: Kind): Reduction {
    return this.#found.get(keyOf(kind)) ?? { ...kind, given: this.#nothing, reversed: nothingOf(this.#nothing) }
  }

  #set(reduction: Reduction): void {
    this.#found.set(keyOf(reduction), reduction)
  }
}

const keyOf = ({ kind, accountId, withTax }: Kind): string => `${kind} ${accountId} ${withTax}`
