import path from 'node:path'
import { companyFileKind, type ShellHandler } from '../context.ts'
import { asDiskRefusal } from '../disk-refusal.ts'
import { withEnding } from '../file-name.ts'

export const copyCompanyPath: ShellHandler<'company.copyPath'> = async ({ desktop, life }) => {
  desktop.copyText(life.known().path)
  return null
}

export const forgetCompany: ShellHandler<'company.forget'> = async ({ recent, tokens }, { token }) => {
  const file = tokens.pathOf(token, 'recent')
  try {
    await recent.forget(file)
  } catch (error) {
    throw asDiskRefusal(error, path.basename(file))
  }
  tokens.spend(token)
  return null
}

export const moveCompany: ShellHandler<'company.move'> = async (context, _input, control) => {
  const { onlyReads } = context.life.threads()
  if (onlyReads !== null) throw onlyReads
  const { path: from } = context.life.known()
  const chosen = await context.dialogs.save('Move the company to', from, companyFileKind)
  if (chosen === null) return null
  const target = withEnding(chosen, '.duebook')
  const company = await context.life.around(from, () =>
    context.host.backups<string>(
      { do: 'move', path: from, target },
      { onProgress: control.progress, onStarted: control.onCancel },
    ),
  )
  await context.recent.forget(from)
  return company
}
