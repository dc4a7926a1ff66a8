import { expect, test } from 'vitest'
import { openReadable } from '../../src-main/db/open.ts'
import { beginSnapshot } from '../../src-main/db/transaction.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'

test('a report sees one moment: what is posted while it runs shows only in the next one', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const reader = openReadable(company.path)
  const count = () => reader.value<number>('SELECT count(*) FROM document')
  const release = beginSnapshot(reader)
  expect(count()).toBe(0)
  await postInvoice(company, customer, '2025-06-01', 100)
  expect(count()).toBe(0)
  release()
  expect(count()).toBe(1)
  reader.close()
})
