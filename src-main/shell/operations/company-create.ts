import path from 'node:path'
import { companyFileKind, type ShellHandler } from '../context.ts'
import { assertLongEnough } from './encryption.ts'
import { fileNameFor, withEnding } from '../file-name.ts'

export const createCompany: ShellHandler<'company.create'> = async (
  context,
  { baseCurrency, passphrase, ...profile },
) => {
  if (passphrase !== undefined) assertLongEnough(passphrase, 'passphrase')
  const suggested = path.join(context.folders.documents, `${fileNameFor(profile.name)}.duebook`)
  const chosen = await context.dialogs.save('Save the new company', suggested, companyFileKind)
  if (chosen === null) return null
  const file = withEnding(chosen, '.duebook')
  await context.host.create(file, { profile, baseCurrency }, passphrase)
  return context.life.open(file)
}
