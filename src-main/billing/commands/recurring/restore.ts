import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { insertOccurrence, loadOccurrence } from './occurrence.ts'

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
