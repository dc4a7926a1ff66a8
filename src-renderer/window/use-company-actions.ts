import { api } from '../api/client.ts'
import { askForPassphrase } from '../api/events.ts'
import { RefusedError } from '../api/refused-error.ts'
import { useActions } from '../keyboard/use-action.ts'
import { useNotices } from '../ui/Notices.tsx'

type CompanyActions = {
  readonly onWorkDate: () => void
  readonly onBackup: () => void
  readonly onChangeUser: () => void
}

/** What the app's own actions do while a company is open and somebody works in it. */
export function useCompanyActions({ onWorkDate, onBackup, onChangeUser }: CompanyActions): void {
  useActions({ 'workDate.set': onWorkDate, 'user.change': onChangeUser, 'backup.now': onBackup })
  useOpenAndClose()
}

/** Another company in place of this one, or none. */
export function useOpenAndClose(): void {
  const { say } = useNotices()
  const closing = async (next: () => Promise<unknown>): Promise<void> => {
    try {
      await next()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      if (error.code === 'passphrase_needed') askForPassphrase(error.refused)
      else if (error.code !== 'cancelled') say(error.message, { tone: 'bad' })
    }
  }
  useActions({
    'company.open': () => void closing(() => api.company.open({})),
    'company.close': () => void closing(() => api.company.close({})),
  })
}
