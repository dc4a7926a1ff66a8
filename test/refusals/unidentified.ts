import type { InputOf } from '../../src-shared/contract.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

const { commandUid: _, ...received } = validInputs(TOKEN)['parkedReceipts.post']

const giveBack = (company: TestCompany, date: string, id = 1) => {
  const input: Omit<InputOf<'parkedReceipts.giveBack'>, 'commandUid'> = {
    id,
    date: day(date),
    rate: null,
    bankAccountId: null,
    memo: '',
  }
  return company.call('parkedReceipts.giveBack', input)
}

const park = (company: TestCompany) => company.call('parkedReceipts.post', { ...received, date: day('2025-06-05') })

/** Money whose payer is not known yet. */
export const parking = {
  parked_receipt_not_found: {
    says: 'There is no such unidentified receipt. Choose one from the list.',
    make: (company) => giveBack(company, '2025-06-05'),
  },
  parked_receipt_ended: {
    says: 'UNR-00001 is not waiting any more: sent back on 5 Jun 2025. Choose another one.',
    make: async (company) => {
      await park(company)
      await giveBack(company, '2025-06-05')
      return giveBack(company, '2025-06-06')
    },
  },
  parked_not_copied: {
    says: 'RCT-00001 was UNR-00001 before it was identified. Void it, and UNR-00001 waits to be identified again.',
    make: async (company) => {
      const customerId = await addCustomer(company, 'NORTH01')
      const { id: parkedId } = await park(company)
      const { id } = await company.call('parkedReceipts.identify', {
        id: parkedId,
        customerId,
        date: day('2025-06-05'),
        rate: null,
        memo: '',
        applications: [],
      })
      return company.call('documents.voidAndCopy', { id, date: day('2025-06-06'), reason: 'wrong' })
    },
  },
  parked_too_early: {
    says: 'UNR-00001 is parked since 5 Jun 2025. Use that date or later.',
    make: async (company) => {
      await park(company)
      return giveBack(company, '2025-06-04')
    },
  },
} as const satisfies RefusalCases
