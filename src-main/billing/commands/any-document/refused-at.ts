import { Refusal } from '../../../../src-shared/kit/refusal.ts'

/** A refusal of the billing names a field of the invoice: say of which. */
export const refusedAt = <T>(path: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw error.at([path, error.path].filter(Boolean).join('.'))
    throw error
  }
}
