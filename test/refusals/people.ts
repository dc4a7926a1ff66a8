import { writeRecoveryPhrase } from '../../src-shared/company/rules/recovery-phrase.ts'
import { CLERK_PIN, giveQuickPhrase, OWNER, takeOnClerk } from '../fixtures/clerk.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'
import { RECOVERY_PHRASE } from '../fixtures/valid-people.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

const NOBODY = 99
const owner = { id: OWNER.userId, version: 1, name: 'Owner', role: 'owner', active: true } as const

const forgotten = { id: OWNER.userId, pin: OWNER.pin, recoveryPhrase: RECOVERY_PHRASE }
const ANOTHER_PHRASE = writeRecoveryPhrase(new Uint8Array(20).fill(8))

const clerkAtWork = async (company: TestCompany): Promise<void> => {
  await company.call('session.signIn', { userId: await takeOnClerk(company), pin: CLERK_PIN })
}

/** Write-offs of a little over the clerk's limit, which is 100.00. */
const writeOff = (customerId: number) => {
  const { commandUid: _, ...input } = validInputs(TOKEN)['adjustments.post']
  return { ...input, customerId, amount: 10_001, applications: [] }
}

/** Who works, and what a supervisor lets pass. */
export const people = {
  pin_by_owner: {
    says: 'A clerk or viewer gets a new PIN from an owner. Have one set it in Setup, under People.',
    make: async (company) => {
      giveQuickPhrase(company)
      return company.call('people.setForgottenPin', { ...forgotten, id: await takeOnClerk(company) })
    },
  },
  phrase_missing: {
    says: 'No recovery phrase was ever printed for this company. Another owner sets the PIN anew in Setup, under People.',
    make: (company) => company.call('people.setForgottenPin', forgotten),
  },
  phrase_wrong: {
    says: 'That is not the recovery phrase of this company. Compare it with the sheet printed last, group by group.',
    make: (company) => {
      giveQuickPhrase(company)
      return company.call('people.setForgottenPin', { ...forgotten, recoveryPhrase: ANOTHER_PHRASE })
    },
  },
  phrase_replaced: {
    says: 'Another recovery phrase was printed meanwhile. Look for that sheet, or have one more printed in its place.',
    make: (company) => {
      giveQuickPhrase(company)
      return company.call('people.setRecoveryPhrase', { replaces: 0, recoveryPhrase: ANOTHER_PHRASE })
    },
  },
  phrase_invalid: {
    says: 'That is no recovery phrase. Have a new one printed.',
    make: (company) => company.call('people.setRecoveryPhrase', { replaces: 0, recoveryPhrase: 'four quiet herons' }),
  },
  sign_in_needed: {
    says: 'Nobody is signed in. Choose your name and enter your PIN.',
    make: async (company) => {
      await company.call('session.signOut', {})
      return company.call('terms.list', {})
    },
  },
  pin_wrong: {
    says: 'That is not the PIN. Enter it again.',
    make: async (company) => {
      await company.call('people.setPin', { id: OWNER.userId, pin: OWNER.pin, currentPin: null })
      return company.call('session.signIn', { userId: OWNER.userId, pin: '9999' })
    },
  },
  pin_wait: {
    says: 'Too many wrong PINs. Wait 5 seconds, then enter it again.',
    make: async (company) => {
      await company.call('people.setPin', { id: OWNER.userId, pin: OWNER.pin, currentPin: null })
      const signIn = () => company.call('session.signIn', { userId: OWNER.userId, pin: '9999' })
      for (let wrong = 0; wrong < 3; wrong += 1) await signIn().catch(() => null)
      return signIn()
    },
  },
  pin_missing: {
    says: 'Owner has no PIN. Set one, so that nobody else works under that name.',
    make: (company) => company.call('people.create', { name: 'Cleo', role: 'clerk', pin: CLERK_PIN }),
  },
  person_not_found: {
    says: 'There is no such person. Choose one from the list.',
    make: (company) => company.call('people.update', { ...owner, id: NOBODY }),
  },
  name_taken: {
    says: 'Cleo is in the list already. Enter another name.',
    make: async (company) => {
      await takeOnClerk(company)
      return company.call('people.update', { ...owner, name: 'cleo' })
    },
  },
  last_owner: {
    says: 'Owner is the only owner. Make somebody else an owner first.',
    make: (company) => company.call('people.update', { ...owner, role: 'clerk' }),
  },
  own_archive: {
    says: 'You work as Owner yourself. Have another owner archive that name.',
    make: async (company) => {
      const id = await takeOnClerk(company)
      await company.call('people.update', { ...owner, id, name: 'Cleo' })
      return company.call('people.update', { ...owner, active: false })
    },
  },
  approval_wrong: {
    says: 'That is not the PIN of a supervisor. Choose a supervisor and enter the PIN again.',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      await clerkAtWork(company)
      const approval = { ...OWNER, pin: '9999', over: ['over_limit' as const] }
      return company.call('adjustments.post', { ...writeOff(customer), approval })
    },
  },
  over_every_limit: {
    says: "Even a supervisor's limit for write-offs is 100.00 USD, this is 100.01 USD. Enter less, or raise the limit in Setup.",
    make: async (company) => {
      await company.call('limits.set', { role: 'supervisor', act: 'write_off', most: 10_000, version: 1 })
      const customer = await addCustomer(company, 'NORTH01')
      return company.call('adjustments.post', writeOff(customer))
    },
  },
  credit_limit_ask: {
    says: 'NORTH01 would owe 150.00 (50.00 open, 100.00 on this), over the credit limit of 100.00. Post a smaller invoice, or ask a supervisor to approve it.',
    make: async (company) => {
      const { commandUid: _, ...input } = validInputs(TOKEN)['company.update']
      await company.call('company.update', { ...input, settings: { ...input.settings, creditLimitPolicy: 'ask' } })
      const customer = await addCustomer(company, 'NORTH01', { creditLimit: 10_000 })
      await postInvoice(company, customer, '2025-06-01', 5000)
      return postInvoice(company, customer, '2025-06-02', 10_000)
    },
  },
  credit_loosened: {
    says: 'Only a supervisor raises the credit limit of NORTH01 or releases its hold. Ask one to approve it.',
    make: async (company) => {
      await addCustomer(company, 'NORTH01', { creditLimit: 10_000 })
      await clerkAtWork(company)
      const { commandUid: _, ...input } = validInputs(TOKEN)['customers.update']
      return company.call('customers.update', { ...input, code: 'NORTH01', creditLimit: null })
    },
  },
  currency_limit_twice: {
    says: 'There is a limit for EUR already. Change that one, or choose another currency.',
    make: (company) => {
      const limit = { currency: 'EUR', limit: 10_000 }
      return addCustomer(company, 'NORTH01', { currencyLimits: [limit, limit] })
    },
  },
  terms_give_discount: {
    says: 'Terms with an early payment discount give money away. Only a supervisor adds them; ask one to approve them.',
    make: async (company) => {
      await clerkAtWork(company)
      const discount = { percent: 90_000_000, days: 3650 }
      const rule = { kind: 'net' as const, days: 3650, discount, graceDays: 0 }
      return company.call('terms.create', { code: 'LATER', name: 'Later', rule })
    },
  },
  credit_given: {
    says: 'Only a supervisor gives a new customer credit (NORTH01: no limit). Ask one to approve it, or enter a limit of 0.',
    make: async (company) => {
      await clerkAtWork(company)
      return addCustomer(company, 'NORTH01')
    },
  },
} as const satisfies RefusalCases
