import { chosenFile } from '../chosen-file.ts'
import { companyFileKind, type ShellHandler } from '../context.ts'

export const openCompany: ShellHandler<'company.open'> = async (context, { token }, { progress }) => {
  if (token !== undefined) {
    const company = await context.life.open(await chosenFile(context.tokens.pathOf(token, 'recent')), progress)
    context.tokens.spend(token)
    return company
  }
  const chosen = await context.dialogs.open('Open a company', companyFileKind)
  return chosen === null ? null : context.life.open(await chosenFile(chosen), progress)
}
