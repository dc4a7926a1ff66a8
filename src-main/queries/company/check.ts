import { runInvariants } from '../../db/invariants.ts'
import { verifyChain } from '../../db/command-chain.ts'
import type { QueryHandler } from '../handler.ts'

/** Every invariant, and the hash chain of the command log from its first row. */
export const checkBooks: QueryHandler<'company.check'> = (context) => {
  const { db } = context
  const rules = runInvariants(db, 'all', (done, total) => {
    context.checkCancelled()
    context.progress(done, total + 1)
  })
  return {
    rules: rules.map(({ title, violations }) => ({ title, violations })),
    chain: verifyChain(db, context.checkCancelled),
  }
}
