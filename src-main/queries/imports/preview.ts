import { guessLayout, hasAmbiguousDates } from '../../../src-shared/domain/import-guess.ts'
import { companyRules } from '../../db/company.ts'
import { readTable } from '../../exchange/csv/read-table.ts'
import { rememberedMapping } from '../../exchange/csv/remembered-mapping.ts'
import type { QueryHandler } from '../handler.ts'

const SAMPLE_ROWS = 20

/** The head of a chosen file, and how its columns are most likely to be read. */
export const importPreview: QueryHandler<'imports.preview'> = ({ db, file, checkCancelled }) => {
  const table = readTable(file, checkCancelled)
  const rows = table.rows.map(({ values }) => values)
  const remembered = rememberedMapping(db, table.headers)
  const mapping = remembered ?? guessLayout(table.headers, rows, companyRules(db).settings)
  return {
    file: table.file,
    headers: table.headers,
    sample: rows.slice(0, SAMPLE_ROWS),
    rowCount: rows.length,
    mapping,
    remembered: remembered !== null,
    ambiguousDates: hasAmbiguousDates(rows, mapping.columns),
  }
}
