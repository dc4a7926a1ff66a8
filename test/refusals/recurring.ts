import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

const { commandUid: _, ...rent } = validInputs(TOKEN)['recurring.save']

/** Due on the last day of April, May and June 2025. */
const saved = async (company: TestCompany) => {
  const customerId = await addCustomer(company, 'NORTH01')
  return { customerId, ...(await company.call('recurring.save', { ...rent, customerId })) }
}

const occurrence = (recurringId: number, dueOn = '2025-05-31') => ({
  recurringId,
  dueOn: day(dueOn),
  documentDate: day(dueOn),
})

/** Invoices that come again and again. */
export const recurring = {
  recurring_not_found: {
    says: 'There is no such recurring invoice. Choose one from the list.',
    make: (company) => company.call('recurring.get', { id: 99 }),
  },
  recurring_paused: {
    says: 'Rent is paused. Resume it first.',
    make: async (company) => {
      const { id, version } = await saved(company)
      await company.call('recurring.setPaused', { id, version, paused: true })
      return company.call('recurring.post', { occurrences: [occurrence(id)] })
    },
  },
  recurring_unusable: {
    says: 'Rent can no longer be billed as it was entered (lines 0 description). Open it and correct it.',
    make: async (company) => {
      const { id, version, customerId } = await saved(company)
      const lines = [line(100, { description: '{from}'.repeat(80) })]
      await company.call('recurring.save', { ...rent, existing: { id, version }, customerId, lines })
      return company.call('recurring.post', { occurrences: [occurrence(id)] })
    },
  },
  schedule_invalid: {
    says: 'This schedule cannot be used: it ends before its first date; enter a later end.',
    make: (company) => {
      const end = { kind: 'on', date: day('2025-04-29') } as const
      return company.call('recurring.save', { ...rent, schedule: { ...rent.schedule, end } })
    },
  },
  schedule_overlaps: {
    says: 'This was billed or skipped through 31 May 2025. Let the changed schedule begin on a later day.',
    make: async (company) => {
      const { customerId, ...existing } = await saved(company)
      await company.call('recurring.post', { occurrences: [occurrence(existing.id)] })
      const schedule = { ...rent.schedule, every: 2 }
      return company.call('recurring.save', { ...rent, existing, customerId, schedule })
    },
  },
  placeholder_unknown: {
    says: 'Nothing fills in {mnoth}. Use {month}, {year}, {from}, {to}, or take off the braces.',
    make: async (company) => {
      const customerId = await addCustomer(company, 'NORTH01')
      return company.call('recurring.save', { ...rent, customerId, memo: 'Rent {mnoth}' })
    },
  },
  occurrence_not_due: {
    says: 'Rent is not due on 30 May 2025. Look at what is due again.',
    make: async (company) => {
      const { id } = await saved(company)
      return company.call('recurring.post', { occurrences: [occurrence(id, '2025-05-30')] })
    },
  },
  occurrence_settled: {
    says: 'Rent of 31 May 2025 was skipped already. Look at what is due again.',
    make: async (company) => {
      const { id } = await saved(company)
      await company.call('recurring.skip', { occurrences: [{ recurringId: id, dueOn: day('2025-05-31') }] })
      return company.call('recurring.post', { occurrences: [occurrence(id)] })
    },
  },
  occurrence_not_skipped: {
    says: 'Rent of 31 May 2025 was not skipped, so there is nothing to restore.',
    make: async (company) => {
      const { id } = await saved(company)
      return company.call('recurring.restore', { occurrences: [{ recurringId: id, dueOn: day('2025-05-31') }] })
    },
  },
} satisfies RefusalCases
