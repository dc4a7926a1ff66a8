import { useSyncExternalStore } from 'react'

/** `system` follows the desktop's own setting. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const next: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' }
const listeners = new Set<() => void>()

function readChoice(): ThemeChoice {
  const theme = document.documentElement.dataset['theme']
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sets the theme of the window. The caller remembers the choice between starts. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
  for (const listener of listeners) listener()
}

/** The theme in force and how to change it; `cycle` steps system, light, dark and returns what it chose. */
export function useTheme(): {
  readonly choice: ThemeChoice
  readonly setChoice: (choice: ThemeChoice) => void
  readonly cycle: () => ThemeChoice
} {
  const choice = useSyncExternalStore(subscribe, readChoice)
  return {
    choice,
    setChoice: chooseTheme,
    cycle: () => {
      chooseTheme(next[choice])
      return next[choice]
    },
  }
}
