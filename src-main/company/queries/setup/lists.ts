import { asc, orm } from '../../../db/orm.ts'
import { account, accountRole, product, taxCode, terms } from '../../../db/schema.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import type { TaxCodeRow } from '../../../../src-shared/company/contract/setup.ts'
import { taxesOfCode } from './code-taxes.ts'

/** Every account by code, with what the posting rules use it for. */
export const accountList: QueryHandler<'accounts.list'> = ({ db }) => {
  const { id, version, code, name, type, isControl } = account
  const roles = orm(db).select().from(accountRole).all()
  return orm(db)
    .select({ id, version, code, name, type, isControl })
    .from(account)
    .orderBy(asc(code))
    .all()
    .map((row) => ({ ...row, roles: roles.filter((role) => role.accountId === row.id).map(({ role }) => role) }))
}

export const productList: QueryHandler<'products.list'> = ({ db }) => {
  const { id, version, code, name, unitPrice, unitPriceText, taxCodeId, accountId, earnsDiscount } = product
  return orm(db)
    .select({ id, version, code, name, unitPrice, unitPriceText, taxCodeId, accountId, earnsDiscount })
    .from(product)
    .orderBy(asc(code))
    .all()
    .map(({ unitPriceText: text, ...row }) => ({ ...row, unitPrice: text ?? row.unitPrice }))
}

export const taxCodeList: QueryHandler<'taxCodes.list'> = ({ db }) => {
  const { id, version, code, name, rate, accountId } = taxCode
  const rows = orm(db).select({ id, version, code, name, rate, accountId }).from(taxCode).orderBy(asc(code)).all()
  return rows.map((row): TaxCodeRow => ({ ...row, taxes: taxesOfCode(db, row.id) }))
}

/** In the order they were made: the company's usual terms come first. */
export const termsList: QueryHandler<'terms.list'> = ({ db }) => {
  const { id, version, code, name, rule } = terms
  return orm(db).select({ id, version, code, name, rule }).from(terms).orderBy(asc(id)).all()
}
