import { v7 as uuidV7 } from 'uuid'
import type { InputOf, OperationName } from '../../../src-shared/contract.ts'
import type { TestCompany } from '../../fixtures/company.ts'
import { validInputs } from '../../fixtures/valid-inputs.ts'

/** An input that works, to be changed in what a story is about. */
export const usual = <N extends OperationName>(name: N): InputOf<N> => validInputs('0'.repeat(32))[name]

export const fresh = () => ({ commandUid: uuidV7() })

export const aDraft = async (company: TestCompany): Promise<string> => {
  const uid = uuidV7()
  await company.call('drafts.save', { ...usual('drafts.save'), ...fresh(), uid })
  return uid
}
