import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { orm } from '../../../db/orm.ts'
import { product } from '../../../db/schema.ts'
import { unitPriceColumns } from '../../facts/unit-price.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { checkProduct } from './check-product.ts'

/** Adds a product; its price is in the base currency. */
export const createProduct: CommandHandler<'products.create'> = (context, entered) => {
  const { tx, newUid, newId } = context
  checkProduct(context, entered, null)
  const made = { id: product.id, version: product.version }
  return orm(tx)
    .insert(product)
    .values({
      id: newId('product'),
      uid: newUid(),
      codeKey: lookAlikeKey(entered.code),
      ...entered,
      ...unitPriceColumns(entered.unitPrice),
    })
    .returning(made)
    .get()
}
