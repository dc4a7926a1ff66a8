import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportMapping } from '../../src-shared/import-export/contract/imports.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { preview } from './import-fixture.ts'

/** A file as it stands, and the mapping that the preview finds for it. */
export const fileOf = async (
  company: TestCompany,
  text: string | Uint8Array,
  documents: ImportMapping['documents'],
): Promise<readonly [path: string, mapping: ImportMapping]> => {
  const path = join(company.folder, 'old books.csv')
  writeFileSync(path, text)
  const { mapping } = await preview(company, path)
  return [path, { ...mapping, documents }]
}

export const linesOf = (...lines: readonly string[]): string => [...lines, ''].join('\r\n')

export const accounts = (company: TestCompany): Readonly<Record<string, number>> =>
  Object.fromEntries(
    company
      .sql()
      .all<{ code: string; amount: number }>(
        'SELECT code, sum(base_amount) AS amount FROM entry JOIN account ON account.id = account_id GROUP BY code HAVING sum(base_amount) <> 0',
      )
      .map(({ code, amount }) => [code, amount]),
  )

export const documentsOf = (company: TestCompany): unknown =>
  company
    .sql()
    .all(
      `SELECT kind, number, document.currency, total, balance AS open FROM document JOIN open_item ON document_id = document.id ORDER BY id`,
    )
