import type { InputOf } from '../../src-shared/contract.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

const { commandUid: _, ...received } = validInputs(TOKEN)['unidentifiedReceipts.post']

const giveBack = (company: TestCompany, date: string, id = 1) => {
  const input: Omit<InputOf<'unidentifiedReceipts.giveBack'>, 'commandUid'> = {
    id,
    date: day(date),
    rate: null,
    bankAccountId: null,
    memo: '',
  }
  return company.call('unidentifiedReceipts.giveBack', input)
}

const enterUnidentified = (company: TestCompany) =>
  company.call('unidentifiedReceipts.post', { ...received, date: day('2025-06-05') })

/** Money whose payer is not known yet. */
export const unidentified = {
  unidentified_receipt_not_found: {
    says: 'There is no such unidentified receipt. Choose one from the list.',
    make: (company) => giveBack(company, '2025-06-05'),
  },
  unidentified_receipt_ended: {
    says: 'UNR-00001 is not waiting any more: sent back on 5 Jun 2025. Choose another one.',
    make: async (company) => {
      await enterUnidentified(company)
      await giveBack(company, '2025-06-05')
      return giveBack(company, '2025-06-06')
    },
  },
  unidentified_not_copied: {
    says: 'RCT-00001 was UNR-00001 before it was identified. Void it, and UNR-00001 waits to be identified again.',
    make: async (company) => {
      const customerId = await addCustomer(company, 'NORTH01')
      const { id: unidentifiedId } = await enterUnidentified(company)
      const { id } = await company.call('unidentifiedReceipts.identify', {
        id: unidentifiedId,
        customerId,
        date: day('2025-06-05'),
        rate: null,
        memo: '',
        applications: [],
      })
      return company.call('documents.voidAndCopy', { id, date: day('2025-06-06'), reason: 'wrong' })
    },
  },
  unidentified_too_early: {
    says: 'UNR-00001 was received on 5 Jun 2025. Use that date or later.',
    make: async (company) => {
      await enterUnidentified(company)
      return giveBack(company, '2025-06-04')
    },
  },
} as const satisfies RefusalCases
