import { refusals as billing } from './billing/refusals.ts'
import { refusals as cash } from './cash/refusals.ts'
import { refusals as charges } from './charges/refusals.ts'
import { refusals as company } from './company/refusals.ts'
import { refusals as currency } from './currency/refusals.ts'
import { refusals as customers } from './customers/refusals.ts'
import { refusals as documents } from './documents/refusals.ts'
import { filledIn, type ApprovableCode, type RefusalCode, type RefusalMessage, type Refusals } from './kit/refusal.ts'
import { refusals as kit } from './kit/refusals.ts'
import { refusals as ledger } from './ledger/refusals.ts'
import { refusals as move } from './move/refusals.ts'

/** The sentences by who declares them. A test sees to it that no two claim one code. */
export const declaredRefusals = {
  kit,
  company,
  ledger,
  customers,
  cash,
  billing,
  charges,
  currency,
  documents,
  move,
} as const

const sentences: Refusals = {
  ...kit,
  ...company,
  ...ledger,
  ...customers,
  ...cash,
  ...billing,
  ...charges,
  ...currency,
  ...documents,
  ...move,
}

export const refusalCodes = Object.keys(sentences) as readonly RefusalCode[]

/** The sentence a clerk reads for a refusal. It names what is wrong and the remedy. */
export const describeRefusal = ({ code, params }: RefusalMessage): string => {
  const declared = sentences[code]
  return filledIn(typeof declared === 'object' ? declared.approvable : declared, params)
}

/** Whether a supervisor can let it pass. */
export const isApprovable = (code: RefusalCode): code is ApprovableCode => typeof sentences[code] === 'object'
