import path from 'node:path'
import { chosenFile } from '../chosen-file.ts'
import type { ShellHandler } from '../context.ts'

const csvKind = { name: 'CSV file', extensions: ['csv', 'tsv', 'txt'] } as const

/** The token serves preview, dry run and run; see file-tokens.ts. */
export const chooseImport: ShellHandler<'imports.choose'> = async (context) => {
  const chosen = await context.dialogs.open('Choose the file to import', csvKind)
  if (chosen === null) return null
  const file = await chosenFile(chosen)
  return { token: context.tokens.issue(file, 'import'), file: path.basename(file) }
}
