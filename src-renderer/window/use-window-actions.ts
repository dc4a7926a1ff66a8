import { api } from '../api/client.ts'
import { useActions } from '../keyboard/use-action.ts'
import { useTheme } from '../theme/theme.ts'
import { useNotices } from '../ui/Notices.tsx'
import { rememberTheme } from './remembered-theme.ts'

const named = { system: 'Light or dark, as the system has it.', light: 'Light.', dark: 'Dark.' } as const

/** What works whether a company is open or not. */
export function useWindowActions(): void {
  const theme = useTheme()
  const { say } = useNotices()
  useActions({
    'theme.switch': () => {
      const choice = theme.cycle()
      rememberTheme(choice)
      say(named[choice])
    },
    'app.quit': () => void api.page.close({}),
  })
}
