import { v7 as uuidV7 } from 'uuid'
import type { RecurringBody, RecurringInvoice } from '../../../src-shared/billing/contract/recurring.ts'
import type { ProductRow } from '../../../src-shared/company/contract/setup.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import { newLine } from '../entry/line.ts'
import type { EntryLine } from '../entry/line.ts'
import { optionOfCustomer } from '../../entry/head/customer-options.ts'
import { blankRecurring, monthlyAfter, recurringDraft, scheduleEntryOf } from '../schedule/entry.ts'
import type { RecurringEntry } from '../schedule/entry.ts'
import type { Place } from '../../keyboard/places.ts'

export type RecurringPlace = Extract<Place, { screen: 'recurringEdit' }>

export type StartedRecurring = {
  readonly entry: RecurringEntry
  readonly isResumed: boolean
  /** The one being changed, with what became of its days; null for a new one. */
  readonly stored: RecurringInvoice | null
}

/** What the screen opens with: a draft, one to change, one made from an invoice, or a blank one. */
export async function startRecurring(place: RecurringPlace, workDate: CalendarDate): Promise<StartedRecurring> {
  if (place.draftUid !== undefined) {
    const entry = recurringDraft.read(await api.drafts.get({ uid: place.draftUid }), uuidV7())
    const stored = entry.existing === null ? null : await api.recurring.get({ id: entry.existing.id })
    return { entry, isResumed: true, stored }
  }
  const { settings } = await api.company.profile({})
  const blank = blankRecurring(workDate, settings.pricesIncludeTax)
  if (place.recurringId !== undefined) {
    const stored = await api.recurring.get({ id: place.recurringId })
    const { id, version, name, schedule } = stored
    const template = await termsOfStored(stored, workDate)
    const entry = { ...blank, ...template, existing: { id, version }, name, schedule: scheduleEntryOf(schedule) }
    return { entry, isResumed: false, stored }
  }
  if (place.documentId !== undefined) {
    const invoice = await api.recurring.fromInvoice({ documentId: place.documentId })
    const { name, documentDate } = invoice
    const template = await termsOfStored(invoice, workDate)
    const entry = { ...blank, ...template, name, schedule: monthlyAfter(documentDate) }
    return { entry, isResumed: false, stored: null }
  }
  return { entry: blank, isResumed: false, stored: null }
}

type StoredTemplate = RecurringBody & { readonly customerId: number }

async function termsOfStored(template: StoredTemplate, workDate: CalendarDate) {
  const { currency, termsId, reference, memo, pricesIncludeTax, documentDiscount, toleranceMost, lines } = template
  const products = await api.products.list({})
  const { customer } = await api.customers.get({ id: template.customerId, asOf: workDate })
  return {
    currency,
    termsId,
    reference,
    memo,
    pricesIncludeTax,
    documentDiscount,
    toleranceMost,
    customer: optionOfCustomer(customer),
    lines: lines.map((line) => entryLine(line, products)),
  }
}

function entryLine(line: RecurringBody['lines'][number], products: readonly ProductRow[]): EntryLine {
  const product = products.find(({ id }) => id === line.productId)
  return {
    ...newLine(),
    product: product === undefined ? null : { key: String(product.id), code: product.code, name: product.name },
    description: line.description,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    discountPercent: line.discountPercent === 0 ? null : line.discountPercent,
    taxChoice: line.taxCodeId,
    accountId: line.accountId,
    earnsDiscount: line.earnsDiscount ?? product?.earnsDiscount ?? true,
  }
}
