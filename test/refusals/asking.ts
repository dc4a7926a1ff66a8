import type { BrowserWindow } from 'electron'
import { EventEmitter } from 'node:events'
import { v7 as uuidV7 } from 'uuid'
import type { ShellEvent } from '../../src-shared/bridge.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { failedInWindow } from '../../src-renderer/api/failures.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { logIncident } from '../../src-main/kernel/answers.ts'
import { restartWhenFailed } from '../../src-main/shell/restarting.ts'
import { asClerk } from '../fixtures/clerk.ts'
import { TEST_NOW, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { newShell } from '../fixtures/shell.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, valueOf, type RefusalCases } from './refusal-case.ts'

const NOBODY = 99

const blank = { reference: '', memo: '', rate: null }

const undoMissing = (company: TestCompany) =>
  company.call('applications.unapply', { applicationId: NOBODY, date: null })

/** The form of what is asked, the right to ask it, and what it names. */
export const asking = {
  invalid_input: {
    says: 'Line 1, description is needed. Enter it.',
    make: async (company) => {
      const input = validInputs(TOKEN)['invoices.post']
      return company.call('invoices.post', { ...input, lines: [{ ...line(100), description: '' }] })
    },
  },
  unknown_operation: {
    says: 'This version of Duebook does not know that request. Restart Duebook.',
    make: (company) => valueOf(company.dispatch('invoices.forge', {})),
  },
  not_allowed: {
    says: 'Only a supervisor or an owner may do this. Let one sign in with Change user.',
    make: (company) =>
      asClerk(company).call('company.setClosingDate', { closingDate: null, reason: 'A late bill', version: 1 }),
  },
  command_uid_reused: {
    says: 'This entry was already posted with other content. Open it afresh and try again.',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      const commandUid = uuidV7()
      await postInvoice(company, customer, '2025-06-01', 100, { commandUid })
      return postInvoice(company, customer, '2025-06-01', 101, { commandUid })
    },
  },
  cancelled: {
    says: 'Cancelled. Nothing was changed.',
    make: (company) => valueOf(company.file.dispatch('company.check', {}, { isCancelled: () => true })),
  },
  internal: {
    says: /^Something went wrong inside Duebook and nothing was changed\. Incident [0-9a-f]{12}\.$/,
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      company.sql().run(`DELETE FROM account_role WHERE role = 'sales'`)
      company.file.close()
      const file = openForWriting(company.path, { clock: () => TEST_NOW, log: () => {} })
      const input = { ...validInputs(TOKEN)['invoices.post'], customerId: customer }
      const answering = file.dispatch('invoices.post', input)
      return valueOf(answering.finally(() => file.close()))
    },
  },
  window_failed: {
    says: /^Something went wrong in the window\. What you typed is kept\. Incident [0-9a-f]{12}\.$/,
    make: async () => {
      const { incident } = await newShell().ask('page.failed', { where: 'promise', error: 'Error: a defect' })
      throw Refusal.from(failedInWindow(incident).refused)
    },
  },
  window_restarted: {
    says: /^The window stopped and was started again\. What was typed is kept: Home lists it\. Incident [0-9a-f]{12}\.$/,
    make: () => {
      const told: ShellEvent[] = []
      const page = Object.assign(new EventEmitter(), { reload: () => page.emit('did-navigate') })
      const window = Object.assign(new EventEmitter(), { webContents: page, isDestroyed: () => false })
      restartWhenFailed(window as unknown as BrowserWindow, {
        logIncident: (doing, error) => logIncident(doing, error, () => {}),
        announce: (event) => told.push(event),
        ask: async () => true,
        leaving: { isLeaving: false },
      })
      page.emit('render-process-gone', {}, { reason: 'crashed' })
      for (const event of told) if (event.type === 'refused') throw Refusal.from(event.error)
    },
  },
  customer_not_found: {
    says: 'There is no such customer. Choose one from the list.',
    make: (company) => postInvoice(company, NOBODY, '2025-06-01', 100),
  },
  document_not_found: {
    says: 'There is no such document.',
    make: (company) => company.call('documents.get', { id: NOBODY }),
  },
  account_not_found: {
    says: 'There is no such account. Choose one from the list.',
    make: async (company) => {
      const customerId = await addCustomer(company, 'NORTH01')
      const input = { ...validInputs(TOKEN)['receipts.post'], customerId, applications: [] }
      return company.call('receipts.post', { ...input, depositAccountId: NOBODY })
    },
  },
  tax_code_not_found: {
    says: 'There is no such tax code. Choose one from the list.',
    make: async (company) =>
      postInvoice(company, await addCustomer(company, 'NORTH01'), '2025-06-01', 100, { taxCodeId: NOBODY }),
  },
  terms_not_found: {
    says: 'There are no such terms. Choose them from the list.',
    make: async (company) =>
      postInvoice(company, await addCustomer(company, 'NORTH01'), '2025-06-01', 100, { termsId: NOBODY }),
  },
  product_not_found: {
    says: 'There is no such product. Choose one from the list.',
    make: (company) => company.call('products.update', { ...validInputs(TOKEN)['products.update'], id: NOBODY }),
  },
  reason_code_not_found: {
    says: 'There is no such reason. Choose one from the list.',
    make: async (company) =>
      company.call('adjustments.post', {
        ...blank,
        customerId: await addCustomer(company, 'NORTH01'),
        date: day('2025-06-01'),
        direction: 'decrease',
        amount: 100,
        reasonCodeId: NOBODY,
        applications: [],
      }),
  },
  application_not_found: { says: 'There is no such application.', make: undoMissing },
  draft_not_found: {
    says: 'This draft no longer exists. It may have been posted.',
    make: (company) => company.call('drafts.get', { uid: uuidV7() }),
  },
  different_customer: {
    says: 'INV-00001 belongs to another customer. Choose an item of the same customer.',
    make: async (company) => {
      const [north, south] = [await addCustomer(company, 'NORTH01'), await addCustomer(company, 'SOUTH01')]
      const invoice = await postInvoice(company, north, '2025-06-01', 100)
      return postReceipt(company, south, '2025-06-02', 100, [{ documentId: invoice.id, amount: 100 }])
    },
  },
} as const satisfies RefusalCases
