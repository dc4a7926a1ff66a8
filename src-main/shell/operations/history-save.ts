import path from 'node:path'
import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import type { ShellHandler } from '../context.ts'
import { asDiskRefusal } from '../disk-refusal.ts'
import { withEnding } from '../file-name.ts'
import { writeWholeFile } from '../whole-file.ts'

const csvKind = { name: 'CSV file', extensions: ['csv'] } as const

/** Saves who did what as it is filtered on screen. */
export const saveHistoryCsv: ShellHandler<'history.saveCsv'> = async (context, input) => {
  const suggested = path.join(context.folders.documents, `Who did what ${fromClock(context.clock())}.csv`)
  const chosen = await context.dialogs.save('Save who did what', suggested, csvKind)
  if (chosen === null) return null
  const { csv, entries, more } = await context.life.ask('history.csv', input)
  const file = withEnding(chosen, '.csv')
  try {
    await writeWholeFile(file, Buffer.from(csv, 'utf8'))
  } catch (error) {
    throw asDiskRefusal(error, file)
  }
  return { file: path.basename(file), entries, more }
}
