import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { isPartlyDiscountable } from '../../../../src-shared/ledger/rules/settlement/discountable.ts'
import {
  creditedParts,
  billedParts,
  discountableNow,
} from '../../../../src-shared/ledger/rules/crediting/invoice-credit.ts'
import { formatAmount } from '../../../../src-shared/domain/amounts/money.ts'
import {
  minus,
  nothingOf,
  plus,
  splitOfDocument,
  standing,
  type Reducible,
  type ReductionKind,
  type TaxedParts,
} from '../../../../src-shared/ledger/rules/settlement/reductions.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { creditedInvoice } from './credited.ts'
import { leftToGive } from '../limits/left-to-give.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { accountFor } from '../../../company/facts/account.ts'
import type { Item } from '../documents/item.ts'

/** What lowers a debit item without money, as it is asked for. Minor units, zero or more each. */
export interface GivenAway {
  readonly amount: number
  readonly discount: number
  readonly writeOff: number
  /** The adjustment that settles it only moves what is owed to an item of its own: nothing is given away. */
  readonly isMoved?: boolean
}

/** A tax that goes with what is given away. */
export interface TaxGiven {
  readonly kind: ReductionKind
  readonly taxCodeId: number
  readonly tax: number
}

/** Entries in minor units, debit positive, and the taxes among them. */
export interface DividedReduction {
  readonly entries: readonly (readonly [accountId: number, amount: number])[]
  readonly taxes: readonly TaxGiven[]
}

interface Part {
  readonly kind: ReductionKind
  readonly amount: number
  readonly accountId: number
  /** The adjustment's own posting charged its account with all of it already. */
  readonly isCharged: boolean
  readonly withTax: boolean
}

/**
 * Which accounts bear a discount, a write-off and an adjustment: where the company's settings say so each takes its tax
 * along, in the proportion of what is left of the document.
 */
export const divideReduction = (
  db: Readable,
  rules: CompanyRules,
  credit: Item,
  debit: Item,
  given: GivenAway,
): DividedReduction => {
  const parts = partsOf(db, rules, credit, given)
  const withTax = parts.filter((part) => part.withTax)
  const invoice = withTax.length === 0 ? null : taxedInvoice(db, debit.id)
  const entries = parts.flatMap((part): DividedReduction['entries'] =>
    part.isCharged ? [] : [[part.accountId, part.amount]],
  )
  if (invoice === null) return { entries, taxes: [] }
  const uncredited = minus(billedParts(invoice), creditedParts(invoice))
  const givenBy = (isDiscount: boolean): TaxedParts =>
    invoice.reductions
      .filter((reduction) => reduction.withTax && (reduction.kind === 'discount') === isDiscount)
      .reduce((sum, reduction) => plus(sum, standing(reduction)), nothingOf(uncredited))
  const discountable = isPartlyDiscountable(invoice.lines) ? discountableNow(invoice) : null
  let reducible: Reducible = { uncredited, discountable, discounts: givenBy(true), others: givenBy(false) }
  const onTaxes: [accountId: number, amount: number][] = []
  const taxes: TaxGiven[] = []
  for (const { kind, amount, accountId } of withTax) {
    const divided = splitOfDocument(kind, amount, reducible)
    const sum = kind === 'discount' ? 'discounts' : 'others'
    reducible = { ...reducible, [sum]: plus(reducible[sum], divided) }
    for (const [index, { taxCodeId, accountId: taxAccountId }] of invoice.taxes.entries()) {
      const tax = divided.taxes[index] ?? 0
      taxes.push({ kind, taxCodeId, tax })
      if (tax !== 0) onTaxes.push([taxAccountId, tax], [accountId, 0 - tax])
    }
  }
  return { entries: summed([...entries, ...onTaxes]), taxes }
}

/** One entry for each account, in the order in which each is first met. */
const summed = (entries: DividedReduction['entries']): DividedReduction['entries'] => {
  const byAccount = new Map<number, number>()
  for (const [accountId, amount] of entries) byAccount.set(accountId, (byAccount.get(accountId) ?? 0) + amount)
  return [...byAccount].filter(([, amount]) => amount !== 0)
}

const taxedInvoice = (db: Readable, id: number) => {
  if (db.value('SELECT 1 FROM document_tax WHERE document_id = ?', [id]) === undefined) return null
  return creditedInvoice(db, id)
}

/** The reasons that write a debt off; an allowance is a price given, which the setting for write-offs does not mean. */
const WRITES_OFF = `
  SELECT entry.account_id AS accountId FROM document
  JOIN reason_code AS reason ON reason.id = document.reason_code_id AND reason.kind IN ('write_off', 'bad_debt', 'small_balance')
  JOIN entry ON entry.posting_id = document.posting_id AND entry.item_id IS NULL AND entry.application_id IS NULL
  WHERE document.id = ?`

const partsOf = (db: Readable, { settings }: CompanyRules, credit: Item, given: GivenAway): readonly Part[] => {
  const parts: Part[] = []
  const { discount, writeOff } = given
  const posted = { isCharged: false } as const
  if (discount > 0) {
    const accountId = accountFor(db, 'discount_given')
    parts.push({ kind: 'discount', amount: discount, accountId, withTax: settings.discountReducesTax, ...posted })
  }
  if (writeOff > 0) {
    const accountId = accountFor(db, 'write_off')
    parts.push({ kind: 'write_off', amount: writeOff, accountId, withTax: settings.writeOffReducesTax, ...posted })
  }
  const adjusted = settings.writeOffReducesTax ? adjustedBy(db, credit, given) : 0
  const accountId = adjusted === 0 ? undefined : db.value<number>(WRITES_OFF, [credit.id])
  if (accountId !== undefined)
    parts.push({ kind: 'adjustment', amount: adjusted, accountId, withTax: true, isCharged: true })
  return parts
}

/** The credit side of a deduction or a chargeback: the same is owed by an item of its own, whatever the credit settles. */
const MOVES = `
  SELECT 1 FROM deduction WHERE credit_id = :id
  UNION ALL SELECT 1 FROM deduction_resolution WHERE credit_id = :id AND chargeback_id IS NOT NULL`

const adjustedBy = (db: Readable, { id, kind, reversesId }: Item, { amount, isMoved = false }: GivenAway): number => {
  if (kind !== 'adjustment' || reversesId !== null || isMoved || amount === 0) return 0
  return db.value(MOVES, { id }) === undefined ? amount : 0
}

export const insertApplicationTaxes = (
  { tx }: CommandContext,
  applicationId: number,
  taxes: readonly TaxGiven[],
): void => {
  for (const { kind, taxCodeId, tax } of taxes)
    tx.run('INSERT INTO application_tax (application_id, kind, tax_code_id, tax) VALUES (?, ?, ?, ?)', [
      applicationId,
      kind,
      taxCodeId,
      tax,
    ])
}

/** Refuses to give away what a credit note has given back already: a credit that is not applied yet leaves its invoice open. */
export const assertGivenOnce = (db: Readable, credit: Item, debit: Item, given: GivenAway, path: string): void => {
  const adjusted = adjustedBy(db, credit, given)
  const amount = given.discount + given.writeOff + adjusted
  if (amount === 0) return
  for (const { number, notes, left } of leftToGive(db, [debit.id])) {
    if (amount <= left) continue
    const field = given.writeOff > 0 ? 'writeOff' : adjusted > 0 ? 'amount' : 'discount'
    throw new Refusal(
      'given_away_before',
      { number, notes, left: formatAmount(left, debit.currency) },
      `${path}.${field}`,
    )
  }
}
