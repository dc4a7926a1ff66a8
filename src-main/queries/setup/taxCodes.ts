import { asc, orm } from '../../db/orm.ts'
import { taxCode } from '../../db/schema.ts'
import type { QueryHandler } from '../handler.ts'

export const taxCodeList: QueryHandler<'taxCodes.list'> = ({ db }) => {
  const { id, version, code, name, rate, accountId } = taxCode
  return orm(db).select({ id, version, code, name, rate, accountId }).from(taxCode).orderBy(asc(code)).all()
}
