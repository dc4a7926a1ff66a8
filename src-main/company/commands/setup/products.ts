import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { eq, orm } from '../../../db/orm.ts'
import { product } from '../../../db/schema.ts'
import type { CommandContext, CommandHandler } from '../../../kernel/command-handler.ts'
import { assertAccountFit } from '../../facts/account.ts'
import { assertTaxCodeKnown } from '../../facts/tax-code.ts'
import { assertCodeFree } from '../records/free-code.ts'
import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { unitPriceColumns } from '../../facts/unit-price.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { codeIn, priceText } from '../records/value-text.ts'

interface Product {
  readonly code: string
  readonly taxCodeId: number | null
  readonly accountId: number
}

/** Refuses a product that names what does not exist or cannot be used; `ownId` is null for a new one. */
export function checkProduct(context: CommandContext, entered: Product, ownId: number | null): void {
  const { tx: db } = context
  assertCodeFree(context, 'product', entered.code, ownId)
  assertAccountFit(db, entered.accountId, 'sales', 'accountId')
  assertTaxCodeKnown(db, entered.taxCodeId, 'taxCodeId')
}

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

/** Changes a product; lines posted with it keep the description and price they were posted with. */
export const updateProduct: CommandHandler<'products.update'> = (context, { id, version, ...entered }) => {
  const { tx } = context
  const stored = orm(tx).select().from(product).where(eq(product.id, id)).get()
  if (!stored) throw new Refusal('product_not_found', {}, 'id')
  assertFresh(
    context,
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
