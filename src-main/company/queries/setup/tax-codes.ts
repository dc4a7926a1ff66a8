import type { TaxCodeRow } from '../../../../src-shared/company/contract/setup.ts'
import { asc, orm } from '../../../db/orm.ts'
import { taxCode } from '../../../db/schema.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { taxesOfCode } from './code-taxes.ts'

export const taxCodeList: QueryHandler<'taxCodes.list'> = ({ db }) => {
  const { id, version, code, name, rate, accountId } = taxCode
  const rows = orm(db).select({ id, version, code, name, rate, accountId }).from(taxCode).orderBy(asc(code)).all()
  return rows.map((row): TaxCodeRow => ({ ...row, taxes: taxesOfCode(db, row.id) }))
}
