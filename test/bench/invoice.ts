import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'

const line = {
  productId: null,
  description: 'Bracket, steel, 40 mm',
  quantity: 1_000_000,
  unitPrice: 12_340_000,
  discountPercent: 0,
  taxCodeId: null,
  accountId: null,
}

/** The invoice of three lines that a bench posts, 37.02 in all. */
export const postThreeLines = (company: CompanyFile, customerId: number, documentDate: CalendarDate) =>
  call(company, 'invoices.post', {
    customerId,
    documentDate,
    termsId: null,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: [line, line, line],
    draftUid: null,
  })
