import { lookAlikeKey } from '../../../src-shared/domain/look-alike.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { describeTermsProblem, validateTerms } from '../../../src-shared/domain/terms-problem.ts'
import { orm } from '../../db/orm.ts'
import { terms } from '../../db/schema.ts'
import type { CommandHandler } from '../handler.ts'
import { assertCodeFree } from '../records/freeCode.ts'

/** Adds payment terms. Their rule is never changed once made: posted documents fell due by it. */
export const createTerms: CommandHandler<'terms.create'> = (context, { code, name, rule }) => {
  const { tx, newUid } = context
  const [problem] = validateTerms(rule)
  if (problem) throw new Refusal('terms_invalid', { problem: describeTermsProblem(problem) }, `rule.${problem.path}`)
  assertCodeFree(context, 'terms', code)
  const made = { id: terms.id, version: terms.version }
  return orm(tx)
    .insert(terms)
    .values({ uid: newUid(), code, codeKey: lookAlikeKey(code), name, rule })
    .returning(made)
    .get()
}
