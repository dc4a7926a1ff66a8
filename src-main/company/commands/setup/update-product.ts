import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { eq, orm } from '../../../db/orm.ts'
import { product } from '../../../db/schema.ts'
import { unitPriceColumns } from '../../facts/unit-price.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { codeIn, priceText } from '../records/value-text.ts'
import { checkProduct } from './check-product.ts'

/** Changes a product; lines posted with it keep the description and price they were posted with. */
export const updateProduct: CommandHandler<'products.update'> = (context, { id, version, ...entered }) => {
  const { tx } = context
  const stored = orm(tx).select().from(product).where(eq(product.id, id)).get()
  if (!stored) throw new Refusal('product_not_found', {}, 'id')
  assertFresh(
    `Product ${stored.code}`,
    version,
    entered,
    { ...stored, unitPrice: stored.unitPriceText ?? stored.unitPrice },
    {
      unitPrice: priceText,
      taxCodeId: codeIn(tx, 'tax_code'),
      accountId: codeIn(tx, 'account'),
    },
  )
  checkProduct(context, entered, id)
  orm(tx)
    .update(product)
    .set({
      ...entered,
      codeKey: lookAlikeKey(entered.code),
      ...unitPriceColumns(entered.unitPrice),
      version: version + 1,
    })
    .where(eq(product.id, id))
    .run()
  return { version: version + 1 }
}
