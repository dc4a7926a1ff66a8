import fc from 'fast-check'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { line } from '../fixtures/entries.ts'
import { dateOf } from './books/known.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

/** Lines at prices as large as an amount, billed, credited in pieces, copied and voided, against sums in whole numbers. */

const RUNS = 150
const OWNER = { userId: 1 }
const AMOUNT_MAX = 9n * 10n ** 15n
const MILLION = 1_000_000n

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

/** Rates at which the largest amount is one in dollars too. */
const CURRENCIES = [
  { currency: 'VND', digits: 0, rate: '1/26315' },
  { currency: 'IDR', digits: 2, rate: '1/16250' },
  { currency: 'IRR', digits: 2, rate: '1/42000' },
  { currency: 'JPY', digits: 0, rate: '1/150' },
] as const

const digits = (count: number): fc.Arbitrary<bigint> => fc.bigInt({ min: 0n, max: 10n ** BigInt(count) - 1n })
/** Millionths: small, about where a number holds no more of them, and as large as an amount. */
const price = fc.oneof(
  digits(9),
  digits(16),
  fc.bigInt({ min: AMOUNT_MAX - 10n, max: AMOUNT_MAX + 10n }),
  fc
    .tuple(digits(16), fc.constantFrom(0n, 1n, 10_000n, 500_000n, 999_999n))
    .map(([whole, rest]) => whole * MILLION + rest),
)
const quantity = fc.constantFrom(
  1_000_000n,
  3_000_000n,
  500_000n,
  1_500_000n,
  333_333n,
  1n,
  12_000_000n,
  1_000_000_000n,
)
const billed = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  lines: fc.array(fc.record({ price, quantity, isText: fc.boolean() }), { minLength: 1, maxLength: 3 }),
  pieces: fc.array(fc.record({ line: fc.nat(2), millionths: fc.constantFrom(1n, 333_333n, 500_000n, 999_999n) }), {
    maxLength: 3,
  }),
  ends: fc.constantFrom<'credit' | 'void' | 'copy' | 'stay'>('credit', 'void', 'copy', 'stay'),
})
type Billed = typeof billed extends fc.Arbitrary<infer T> ? T : never

const half = (over: bigint, under: bigint): bigint => (2n * over + under) / (2n * under)

/** The shortest text of millionths. */
const written = (millionths: bigint): string => {
  const rest = String(millionths % MILLION)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${millionths / MILLION}${rest === '' ? '' : `.${rest}`}`
}

/** A number while it is exact, and the text beyond that; a text may be sent in either case. */
const sent = ({ price: exact, isText }: Billed['lines'][number]): number | string =>
  isText || exact > AMOUNT_MAX ? written(exact) : Number(exact)
const kept = (exact: bigint): number | string => (exact > AMOUNT_MAX ? written(exact) : Number(exact))

const amountOf = (exact: bigint, pieces: bigint, decimals: number): bigint =>
  half(exact * pieces * 10n ** BigInt(decimals), MILLION * MILLION)

const dispatched = (file: CompanyFile, name: Parameters<CompanyFile['dispatch']>[0], input: object) =>
  file.dispatch(name, { commandUid: uuidV7(), ...input }, OWNER)

const said = { reference: '', memo: '' }

const take = async (file: CompanyFile, each: Billed): Promise<void> => {
  const { currency, digits: decimals, rate } = each.currency
  const nets = each.lines.map((one) => amountOf(one.price, one.quantity, decimals))
  const total = nets.reduce((sum, net) => sum + net, 0n)
  const answer = await dispatched(file, 'invoices.post', {
    customerId: 1,
    currency,
    rate,
    documentDate: dateOf(0),
    termsId: null,
    dueDate: null,
    ...said,
    pricesIncludeTax: false,
    lines: each.lines.map((one) => ({ ...line(0), unitPrice: sent(one), quantity: Number(one.quantity) })),
    draftUid: null,
  })
  const isPrice = each.lines.every((one) => one.price <= AMOUNT_MAX * MILLION)
  const expected = isPrice ? (total <= AMOUNT_MAX ? 'ok' : 'amount_too_large') : 'invalid_input'
  expect(answer.ok ? 'ok' : answer.error.code, written(total)).toBe(expected)
  if (!answer.ok) return
  const { id, total: posted } = answer.value as { readonly id: number; readonly total: number }
  expect(BigInt(posted)).toBe(total)
  const view = await call(file, 'documents.get', { id }, OWNER)
  expect(view.lines.map((one) => [one.unitPrice, BigInt(one.net)])).toEqual(
    each.lines.map((one, at) => [kept(one.price), nets[at]]),
  )
  const left: bigint[] = each.lines.map((one) => one.quantity)
  let [credited, notes] = [0n, 0]
  for (const piece of each.pieces) {
    const at = piece.line % each.lines.length
    const of = each.lines[at]
    const pieces = half((of?.quantity ?? 0n) * piece.millionths, MILLION)
    const before = (of?.quantity ?? 0n) - (left[at] ?? 0n)
    if (of === undefined || pieces === 0n || pieces > (left[at] ?? 0n)) continue
    const whole = nets[at] ?? 0n
    const shareAt = (reached: bigint): bigint => half(whole * reached, of.quantity)
    const note = await dispatched(file, 'creditNotes.postFromInvoice', {
      invoiceId: id,
      documentDate: dateOf(1),
      ...said,
      lines: [{ lineNo: at + 1, quantity: Number(pieces) }],
      apply: true,
    })
    const share = shareAt(before + pieces) - shareAt(before)
    // Nothing of a minor unit is no credit.
    if (!note.ok) continue
    left[at] = (left[at] ?? 0n) - pieces
    const { id: noteId, total: back } = note.value as { readonly id: number; readonly total: number }
    expect(BigInt(0 - back)).toBe(share)
    credited += share
    notes += 1
    const { lines } = await call(file, 'documents.get', { id: noteId }, OWNER)
    expect(lines.map(({ unitPrice }) => unitPrice)).toEqual([kept(of.price)])
  }
  await end(file, each, { id, left: total - credited, hasNotes: notes > 0 })
}

const end = async (
  file: CompanyFile,
  { ends, lines }: Billed,
  { id, left, hasNotes }: { readonly id: number; readonly left: bigint; readonly hasNotes: boolean },
): Promise<void> => {
  if (ends === 'credit' && left > 0n) {
    const all = { invoiceId: id, documentDate: dateOf(2), ...said, lines: null, apply: true }
    const rest = await dispatched(file, 'creditNotes.postFromInvoice', all)
    expect(rest).toMatchObject({ ok: true, value: { total: 0 - Number(left) } })
  }
  if (hasNotes || (ends !== 'void' && ends !== 'copy')) return
  const name = ends === 'void' ? 'documents.void' : 'documents.voidAndCopy'
  const voided = await dispatched(file, name, { id, date: dateOf(2), reason: 'x' })
  expect(voided.ok).toBe(true)
  if (!voided.ok || ends === 'void') return
  const { uid } = (voided.value as { readonly draft: { readonly uid: string } }).draft
  const { body } = await call(file, 'drafts.get', { uid }, OWNER)
  expect(body).toMatchObject({ lines: lines.map((one) => ({ unitPrice: kept(one.price) })) })
}

test('a price is exact to its last digit, however large, in all that is made of its line', async () => {
  await holdsAsync(
    // One at a time: two of them may come to more than an account can hold.
    fc.asyncProperty(billed, (each) =>
      companies.undone(async ({ file, sql }) => {
        await take(file, each)
        expectInvariantsOf(sql)
      }),
    ),
    RUNS,
  )
})
