import { Refusal, type RefusalCode } from '../../src-shared/kit/refusal.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import type { TestCompany } from '../fixtures/company.ts'

/** How a refusal comes about, and the whole sentence the clerk then reads. */
export interface RefusalCase {
  readonly says: string | RegExp
  /** Ends with the refusal, thrown. `skip` leaves out what this machine cannot bring about. */
  readonly make: (company: TestCompany, skip: (why: string) => never) => unknown
}

export type RefusalCases = Partial<Readonly<Record<RefusalCode, RefusalCase>>>

/** What dispatch answers, as `call` would hand it on: the value, or the Refusal thrown. */
export const valueOf = async (answering: Promise<Answer<unknown>>): Promise<unknown> => {
  const answer = await answering
  if (answer.ok) return answer.value
  throw Refusal.from(answer.error)
}

export const TOKEN = '0'.repeat(32)
