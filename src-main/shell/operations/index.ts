import type { ShellName } from '../../../src-shared/contract.ts'
import type { ShellHandler } from '../context.ts'
import {
  backUpCompany,
  backupState,
  checkBackup,
  choosePlace,
  compareBackup,
  forgetPlace,
  listBackups,
  lookAtBackup,
  newestGoodBackup,
  openBackupFolder,
  restoreBackup,
} from './backups.ts'
import { createCompany } from './company-create.ts'
import { closeCompany, currentCompany, recentCompanies } from './company-now.ts'
import { openSampleCompany } from './company-open-sample.ts'
import { openCompany } from './company-open.ts'
import { copyCompanyPath, forgetCompany, moveCompany } from './company-path.ts'
import { saveHistoryCsv } from './history-save.ts'
import {
  changePassphrase,
  encryptionState,
  readableCopies,
  recoveryPhrase,
  turnEncryptionOff,
  turnEncryptionOn,
  unlockCompany,
} from './encryption.ts'
import { chooseImport } from './imports-choose.ts'
import { closePage, savedPage } from './page-close.ts'
import { failedPage, reloadPage } from './page-failed.ts'
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
  'company.forget': forgetCompany,
  'company.copyPath': copyCompanyPath,
  'company.move': moveCompany,
  'company.unlock': unlockCompany,
  'encryption.state': encryptionState,
  'encryption.turnOn': turnEncryptionOn,
  'encryption.turnOff': turnEncryptionOff,
  'encryption.changePassphrase': changePassphrase,
  'encryption.recoveryPhrase': recoveryPhrase,
  'encryption.readable': readableCopies,
  'backups.state': backupState,
  'backups.choosePlace': choosePlace,
  'backups.forgetPlace': forgetPlace,
  'backups.openFolder': openBackupFolder,
  'backups.list': listBackups,
  'backups.check': checkBackup,
  'backups.compare': compareBackup,
  'backups.newestGood': newestGoodBackup,
  'backups.restore': restoreBackup,
  'backups.look': lookAtBackup,
  'history.saveCsv': saveHistoryCsv,
  'imports.choose': chooseImport,
  'statements.savePdf': saveStatementPdf,
  'statements.print': printStatement,
  'page.print': printPage,
  'page.saved': savedPage,
  'page.close': closePage,
  'page.failed': failedPage,
  'page.reload': reloadPage,
}
