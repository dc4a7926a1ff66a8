import type { OperationName } from '../../src-shared/contract.ts'
import { companyFile, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { TEST_NOW } from '../fixtures/company.ts'

/** The books opened to be asked, on a connection that somebody may have changed before. */
export const reader = (path: string, changed: (connection: Connection) => void = () => {}): CompanyFile => {
  const connection = new Connection(path, { readonly: true })
  changed(connection)
  return companyFile(connection, { clock: () => TEST_NOW, log: () => {} }, undefined)
}

/** What each file gives out anew is left out. */
export const alike = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uid')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'hash')

export const answerOf = async (books: CompanyFile, name: OperationName, input: unknown): Promise<string> =>
  alike(JSON.stringify(await books.dispatch(name, input), null, 1))
