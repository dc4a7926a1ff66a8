import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import {
  bodyOf,
  currencyIn,
  dateIn,
  flagIn,
  listIn,
  optionIn,
  priceIn,
  textIn,
  wholeIn,
} from '../../entry/draft-body.ts'
import type { DraftBody } from '../../entry/draft-body.ts'
import { applyToIn } from './applying.ts'
import type { BillingEntry } from './entry.ts'
import { discountIn } from './discount.ts'
import { newLine } from './line.ts'
import type { EntryLine, TaxChoice } from './line.ts'

/** The entry as it was left; `commandUid` stands in where the draft has none. */
export function billingOfDraft({ uid, body: saved }: Draft, commandUid: string): BillingEntry {
  const body = bodyOf(saved)
  const lines = listIn(body, 'lines').map(lineOf)
  return {
    commandUid: textIn(body, 'commandUid') || commandUid,
    draftUid: uid,
    customer: optionIn(body, 'customer'),
    documentDate: dateIn(body, 'documentDate'),
    termsId: wholeIn(body, 'termsId'),
    dueDate: dateIn(body, 'dueDate'),
    currency: currencyIn(body),
    rate: textIn(body, 'rate'),
    reference: textIn(body, 'reference'),
    memo: textIn(body, 'memo'),
    pricesIncludeTax: flagIn(body, 'pricesIncludeTax'),
    documentDiscount: discountIn(body, 'documentDiscount'),
    toleranceMost: wholeIn(body, 'toleranceMost'),
    applyToId: applyToIn(body),
    lines: lines.length === 0 ? [newLine()] : lines,
  }
}

/** A line as a draft kept it. */
export const lineOf = (line: DraftBody): EntryLine => ({
  ...newLine(),
  product: optionIn(line, 'product'),
  description: textIn(line, 'description'),
  quantity: wholeIn(line, 'quantity'),
  unitPrice: priceIn(line, 'unitPrice'),
  discountPercent: wholeIn(line, 'discountPercent'),
  taxChoice: taxChoiceOf(line),
  accountId: wholeIn(line, 'accountId'),
  earnsDiscount: line['earnsDiscount'] !== false,
})

const taxChoiceOf = (line: DraftBody): TaxChoice =>
  line['taxChoice'] === null ? null : (wholeIn(line, 'taxChoice') ?? 'usual')
