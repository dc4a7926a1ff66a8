import type { ThemeChoice } from '../theme/theme.ts'

/** Light or dark belongs to the machine, not to the company, so it is kept with the window and not in the ledger. */
const KEY = 'duebook.theme'

export const rememberedTheme = (): ThemeChoice => {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

export const rememberTheme = (choice: ThemeChoice): void => localStorage.setItem(KEY, choice)
