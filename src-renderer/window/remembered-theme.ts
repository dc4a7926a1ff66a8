import type { ThemeChoice } from '../theme/theme.ts'

/** Light or dark belongs to the machine, not to the company, so it is kept with the window and not in the ledger. */
const KEY = 'duebook.theme'

export const rememberedTheme = (): ThemeChoice => {
  const stored = localStorage.getItem(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export const rememberTheme = (choice: ThemeChoice): void => localStorage.setItem(KEY, choice)
