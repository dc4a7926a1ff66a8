import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertDue, insertOccurrence, loadOccurrence } from './occurrence.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'

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

/** Makes skipped days due again. */
export const restoreOccurrences: CommandHandler<'recurring.restore'> = (context, { occurrences }) => {
  for (const [index, chosen] of occurrences.entries()) {
    const path = `occurrences.${index}`
    const { recurring, settled } = loadOccurrence(context, chosen, path)
    if (settled?.outcome !== 'skipped') {
      const date = formatDate(chosen.dueOn, 'text')
      throw new Refusal('occurrence_not_skipped', { name: recurring.name, date }, `${path}.dueOn`)
    }
    insertOccurrence(context, chosen, 'restored')
  }
  return { restored: occurrences.length }
}
