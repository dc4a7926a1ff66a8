import { orm } from '../../db/orm.ts'
import { product } from '../../db/schema.ts'
import type { CommandHandler } from '../handler.ts'
import { checkProduct } from './checkProduct.ts'

/** Adds a product; `unitPrice` is in millionths of the base currency's unit. */
export const createProduct: CommandHandler<'products.create'> = ({ tx, newUid }, entered) => {
  checkProduct(tx, entered, null)
  const made = { id: product.id, version: product.version }
  return orm(tx)
    .insert(product)
    .values({ uid: newUid(), ...entered })
    .returning(made)
    .get()
}
