import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { orm } from '../../../db/orm.ts'
import { taxCode, taxCodeComponent } from '../../../db/schema.ts'
import { assertAccountFit } from '../../facts/account.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertCodeFree } from '../records/free-code.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { combinedRate, describeCodeProblem, problemOfCode } from '../../../../src-shared/company/rules/tax/tax-code.ts'
import type { Readable } from '../../../db/connection.ts'
import { taxesOfCode } from '../../queries/setup/code-taxes.ts'
import type { ChargedTax } from '../../queries/setup/code-taxes.ts'

/** Adds a tax code; its tax is owed to the authority, so it collects on a liability. `rate` is a percent in millionths. */
export const createTaxCode: CommandHandler<'taxCodes.create'> = (context, { code, name, rate, accountId }) => {
  const { tx, newUid, newId } = context
  assertCodeFree(context, 'tax_code', code)
  assertAccountFit(tx, accountId, 'tax', 'accountId')
  const made = { id: taxCode.id, version: taxCode.version }
  return orm(tx)
    .insert(taxCode)
    .values({ id: newId('tax_code'), uid: newUid(), code, codeKey: lookAlikeKey(code), name, rate, accountId })
    .returning(made)
    .get()
}

/** Adds a tax code that charges several taxes in order. Each stays a code of its own, which documents report it by. */
export const createTaxGroup: CommandHandler<'taxCodes.createGroup'> = (context, { code, name, taxes }) => {
  const { tx, newUid, newId } = context
  assertCodeFree(context, 'tax_code', code)
  const charged = taxes.map(({ taxCodeId, onEarlier }, index) => ({ ...oneTax(tx, taxCodeId, index), onEarlier }))
  const problem = problemOfCode(charged.map(({ taxCodeId, ...tax }) => ({ ...tax, key: String(taxCodeId) })))
  if (problem) throw new Refusal('tax_code_invalid', { problem: describeCodeProblem(problem) }, problem.path)
  const key = { id: newId('tax_code'), uid: newUid(), code, codeKey: lookAlikeKey(code), name }
  const values = { ...key, rate: combinedRate(charged), accountId: charged[0]?.accountId ?? 0 }
  const made = orm(tx).insert(taxCode).values(values).returning({ id: taxCode.id, version: taxCode.version }).get()
  for (const [index, { taxCodeId, onEarlier }] of charged.entries()) {
    const component = { taxCodeId: made.id, position: index + 1, componentId: taxCodeId, onEarlier }
    orm(tx).insert(taxCodeComponent).values(component).run()
  }
  return made
}

const oneTax = (db: Readable, taxCodeId: number, index: number): ChargedTax => {
  const path = `taxes.${index}.taxCodeId`
  const [tax] = taxesOfCode(db, taxCodeId)
  if (!tax) throw new Refusal('tax_code_not_found', {}, path)
  if (tax.taxCodeId === taxCodeId) return tax
  throw new Refusal(
    'tax_code_invalid',
    { problem: 'one of its taxes is several taxes itself; choose each of those' },
    path,
  )
}
