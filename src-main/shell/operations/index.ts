import type { ShellName } from '../../../src-shared/contract.ts'
import type { ShellHandler } from '../context.ts'
import { createCompany } from './company-create.ts'
import { backUpCompany, closeCompany, currentCompany, recentCompanies } from './company-now.ts'
import { openSampleCompany } from './company-open-sample.ts'
import { openCompany } from './company-open.ts'
import { chooseImport } from './imports-choose.ts'
import { closePage, savedPage } from './page-close.ts'
import { printPage } from './page-print.ts'
import { printStatement, saveStatementPdf } from './statements-paper.ts'

/** Every operation of the main process itself; the rest is the host's. */
export const shellOperations: { readonly [N in ShellName]: ShellHandler<N> } = {
  'company.create': createCompany,
  'company.open': openCompany,
  'company.openSample': openSampleCompany,
  'company.close': closeCompany,
  'company.current': currentCompany,
  'company.recent': recentCompanies,
  'company.backUp': backUpCompany,
  'imports.choose': chooseImport,
  'statements.savePdf': saveStatementPdf,
  'statements.print': printStatement,
  'page.print': printPage,
  'page.saved': savedPage,
  'page.close': closePage,
}
