import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { eq, orm } from '../../../db/orm.ts'
import { taxCode } from '../../../db/schema.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { assertAccountFit } from '../../facts/account.ts'
import { assertCodeFree } from '../records/free-code.ts'

interface Product {
  readonly code: string
  readonly taxCodeId: number | null
  readonly accountId: number
}

/** Refuses a product that names what does not exist or cannot be used; `ownId` is null for a new one. */
export function checkProduct(context: CommandContext, product: Product, ownId: number | null): void {
  const { tx: db } = context
  assertCodeFree(context, 'product', product.code, ownId)
  assertAccountFit(db, product.accountId, 'sales', 'accountId')
  if (
    product.taxCodeId !== null &&
    orm(db).select().from(taxCode).where(eq(taxCode.id, product.taxCodeId)).get() === undefined
  ) {
    throw new Refusal('tax_code_not_found', {}, 'taxCodeId')
  }
}
