import { asc, orm } from '../../../db/orm.ts'
import { product } from '../../../db/schema.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

export const productList: QueryHandler<'products.list'> = ({ db }) => {
  const { id, version, code, name, unitPrice, unitPriceText, taxCodeId, accountId, earnsDiscount } = product
  return orm(db)
    .select({ id, version, code, name, unitPrice, unitPriceText, taxCodeId, accountId, earnsDiscount })
    .from(product)
    .orderBy(asc(code))
    .all()
    .map(({ unitPriceText: text, ...row }) => ({ ...row, unitPrice: text ?? row.unitPrice }))
}
