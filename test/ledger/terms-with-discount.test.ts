import { expect, test } from 'vitest'
import { CLERK_PIN, OWNER, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'

test('a clerk adds terms without a discount, and any other only with a supervisor', async () => {
  const company = newCompany()
  const clerk = await takeOnClerk(company)
  await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
  const net = { kind: 'net' as const, days: 60, discount: null, graceDays: 0 }
  await company.call('terms.create', { code: 'NET61', name: 'Net 61', rule: net })
  const generous = [
    { percent: 90_000_000, days: 60 },
    { amount: 50_000, days: 60 },
    { percent: 1, days: 0 },
  ]
  for (const discount of generous) {
    const terms = { code: 'EARLY', name: 'Early', rule: { ...net, discount } }
    await expect(company.call('terms.create', terms)).rejects.toMatchObject({
      code: 'terms_give_discount',
      path: 'rule.discount',
    })
  }
  const early = { code: 'EARLY', name: 'Early', rule: { ...net, discount: generous[1] ?? null } }
  await company.call('terms.create', { ...early, approval: { ...OWNER, over: ['terms_give_discount'] } })
  expect(company.sql().all('SELECT user_id AS by, act, most, amount FROM approval')).toEqual([
    { by: OWNER.userId, act: 'credit_terms', most: 0, amount: 50_000 },
  ])
})
