import { useAction } from '../keyboard/use-action.ts'

/** Puts the screen on paper as it is shown; lists print all their rows. */
export function usePrintPage({ enabled = true }: { readonly enabled?: boolean } = {}): void {
  useAction('print.page', () => window.print(), { enabled })
}
