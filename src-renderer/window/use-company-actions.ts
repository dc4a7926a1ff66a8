import { useState } from 'react'
import { api } from '../api/client.ts'
import { RefusedError } from '../api/refused-error.ts'
import { useNavigator } from '../keyboard/navigation.tsx'
import { useActions } from '../keyboard/use-action.ts'
import { useNotices } from '../ui/Notices.tsx'

export type LastBackup = { readonly file: string; readonly at: Date }

/** Backs up, and says how it went. */
export function useBackup(): { readonly run: () => void; readonly last: LastBackup | null } {
  const { say } = useNotices()
  const [last, setLast] = useState<LastBackup | null>(null)
  const run = async (): Promise<void> => {
    try {
      const { file } = await api.company.backUp({})
      setLast({ file, at: new Date() })
      say(`Backed up to ${file}.`, { tone: 'ok' })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      say(error.message, { tone: 'bad' })
    }
  }
  return { run: () => void run(), last }
}

type Asked = { readonly onWorkDate: () => void; readonly onBackup: () => void; readonly onChangeUser: () => void }

/** Where the app's own actions lead while a company is open. */
export function useCompanyActions({ onWorkDate, onBackup, onChangeUser }: Asked): void {
  const navigator = useNavigator()
  const { say } = useNotices()
  const closing = async (next: () => Promise<unknown>): Promise<void> => {
    try {
      await next()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      if (error.code !== 'cancelled') say(error.message, { tone: 'bad' })
    }
  }
  useActions({
    'go.home': () => navigator.reset({ screen: 'home' }),
    'go.customers': () => navigator.go({ screen: 'customers' }),
    'go.documents': () => navigator.go({ screen: 'documents' }),
    'go.recurring': () => navigator.go({ screen: 'recurring' }),
    'go.recurringDue': () => navigator.go({ screen: 'recurringDue' }),
    'recurring.new': () => navigator.go({ screen: 'recurringEdit' }),
    'go.aging': () => navigator.go({ screen: 'aging' }),
    'go.revaluation': () => navigator.go({ screen: 'revaluation' }),
    'go.statements': () => navigator.go({ screen: 'statement' }),
    'go.import': () => navigator.go({ screen: 'import' }),
    'go.setup': () => navigator.go({ screen: 'setup' }),
    'invoice.new': () => navigator.go({ screen: 'invoice' }),
    'creditNote.new': () => navigator.go({ screen: 'creditNote' }),
    'debitNote.new': () => navigator.go({ screen: 'debitNote' }),
    'receipt.new': () => navigator.go({ screen: 'receivePayment' }),
    'adjustment.new': () => navigator.go({ screen: 'adjustment' }),
    'refund.new': () => navigator.go({ screen: 'refund' }),
    'payment.returned': () => navigator.go({ screen: 'returnedPayment' }),
    'financeCharges.run': () => navigator.go({ screen: 'financeCharges' }),
    'openingBalances.new': () => navigator.go({ screen: 'openingBalances' }),
    'parked.list': () => navigator.go({ screen: 'parkedReceipts' }),
    'parked.new': () => navigator.go({ screen: 'parkReceipt' }),
    'batches.list': () => navigator.go({ screen: 'receiptBatches' }),
    'deductions.list': () => navigator.go({ screen: 'deductions' }),
    'customer.new': () => navigator.go({ screen: 'customerEdit' }),
    'books.check': () => navigator.go({ screen: 'check' }),
    'workDate.set': onWorkDate,
    'user.change': onChangeUser,
    'backup.now': onBackup,
    'company.open': () => void closing(() => api.company.open({})),
    'company.close': () => void closing(() => api.company.close({})),
  })
}
