import path from 'node:path'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { ShellHandler } from '../context.ts'
import { asDiskRefusal } from '../disk-refusal.ts'
import { fileNameFor, withEnding } from '../file-name.ts'
import { writeWholeFile } from '../whole-file.ts'

const pdfKind = { name: 'PDF', extensions: ['pdf'] } as const

/** Saves the very bytes that are previewed and printed. */
export const saveStatementPdf: ShellHandler<'statements.savePdf'> = async (context, input) => {
  const { pdf, fileName } = await context.life.ask('statements.pdf', input)
  const suggested = path.join(
    context.folders.documents,
    withEnding(fileNameFor(fileName.replace(/\.pdf$/i, '')), '.pdf'),
  )
  const chosen = await context.dialogs.save('Save the statement', suggested, pdfKind)
  if (chosen === null) return null
  const file = withEnding(chosen, '.pdf')
  try {
    await writeWholeFile(file, Buffer.from(pdf, 'base64'))
  } catch (error) {
    throw asDiskRefusal(error, file)
  }
  return { file: path.basename(file) }
}

export const printStatement: ShellHandler<'statements.print'> = async (context, input) => {
  if (!(await context.printer.isInstalled())) throw new Refusal('no_printer')
  const { pdf, fileName } = await context.life.ask('statements.pdf', input)
  return context.printer.print(Buffer.from(pdf, 'base64'), fileName.replace(/\.pdf$/i, ''))
}
