import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertDue, insertOccurrence, loadOccurrence } from './occurrence.ts'

/** Lets days due pass without an invoice. */
export const skipOccurrences: CommandHandler<'recurring.skip'> = (context, { occurrences }) => {
  for (const [index, chosen] of occurrences.entries()) {
    const path = `occurrences.${index}`
    const { recurring, settled } = loadOccurrence(context, chosen, path)
    assertDue(recurring, chosen.dueOn, settled, path)
    insertOccurrence(context, chosen, 'skipped')
  }
  return { skipped: occurrences.length }
}
