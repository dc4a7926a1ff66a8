import { describe, expect, test, vi } from 'vitest'
import { Refusal, type RefusalCode } from '../../src-shared/kit/refusal.ts'
import { describeRefusal, refusalCodes } from '../../src-shared/refusals.ts'
import { newCompany } from '../fixtures/company.ts'
import { applying } from '../refusals/applying.ts'
import { asking } from '../refusals/asking.ts'
import { crediting } from '../refusals/crediting.ts'
import { encryption } from '../refusals/encryption.ts'
import { exchange } from '../refusals/exchange.ts'
import { files } from '../refusals/files.ts'
import { unidentified } from '../refusals/unidentified.ts'
import { paying } from '../refusals/paying.ts'
import { cashLists } from '../refusals/cash-lists.ts'
import { people } from '../refusals/people.ts'
import { posting } from '../refusals/posting.ts'
import { records } from '../refusals/records.ts'
import { recurring } from '../refusals/recurring.ts'
import type { RefusalCase } from '../refusals/refusal-case.ts'

// Nothing here opens a window: the printer's answer comes from the test.
vi.mock('electron', () => ({ app: {}, BrowserWindow: {} }))

/** Each way to say no, brought about. A code without a case does not compile. */
const cases: Readonly<Record<RefusalCode, RefusalCase>> = {
  ...asking,
  ...records,
  ...people,
  ...posting,
  ...unidentified,
  ...paying,
  ...cashLists,
  ...applying,
  ...crediting,
  ...files,
  ...encryption,
  ...exchange,
  ...recurring,
}

const refusalOf = async (work: () => unknown): Promise<Refusal> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('it was not refused')
}

describe('what a clerk reads', () => {
  for (const code of refusalCodes) {
    const { says, make } = cases[code]
    test(`${code}: ${String(says)}`, async ({ skip }) => {
      const company = newCompany()
      const refusal = await refusalOf(() => make(company, skip))
      expect(refusal.code).toBe(code)
      const sentence = describeRefusal(refusal.refused)
      if (typeof says === 'string') expect(sentence).toBe(says)
      else expect(sentence).toMatch(says)
      // No parameter that the sentence needs is missing, and none is shown in the program's own form.
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
    })
  }
})
