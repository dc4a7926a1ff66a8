import { isAtLeast } from '../../../../src-shared/kit/operation.ts'
import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { describeTermsProblem, validateTerms } from '../../../../src-shared/company/rules/terms/terms-problem.ts'
import { orm } from '../../../db/orm.ts'
import { terms } from '../../../db/schema.ts'
import type { PaymentTerms } from '../../../../src-shared/company/rules/terms/terms.ts'
import { companyRules } from '../../facts/company.ts'
import { refuseUnlessApproved } from '../../facts/approval.ts'
import type { CommandContext, CommandHandler } from '../../../kernel/command-handler.ts'
import { assertCodeFree } from '../records/free-code.ts'

/**
 * A clerk could otherwise make terms whose discount is earned for years, bill by them, and take it without being asked: in time
 * no limit counts. Lines of whatever price lower a bill before it is owed.
 */
const assertMayGiveDiscount = (context: CommandContext, { discount }: PaymentTerms): void => {
  if (discount === null || isAtLeast(context.role, 'supervisor')) return
  const amount = 'amount' in discount ? discount.amount : null
  const request = { act: 'credit_terms', currency: companyRules(context.tx).baseCurrency, most: 0, amount } as const
  refuseUnlessApproved(context, new Refusal('terms_give_discount', {}, 'rule.discount'), request)
}

/** Adds payment terms. Their rule is never changed once made: posted documents fell due by it. */
export const createTerms: CommandHandler<'terms.create'> = (context, { code, name, rule }) => {
  const { tx, newUid, newId } = context
  const [problem] = validateTerms(rule)
  if (problem) throw new Refusal('terms_invalid', { problem: describeTermsProblem(problem) }, `rule.${problem.path}`)
  assertCodeFree(context, 'terms', code)
  assertMayGiveDiscount(context, rule)
  const made = { id: terms.id, version: terms.version }
  return orm(tx)
    .insert(terms)
    .values({ id: newId('terms'), uid: newUid(), code, codeKey: lookAlikeKey(code), name, rule })
    .returning(made)
    .get()
}
