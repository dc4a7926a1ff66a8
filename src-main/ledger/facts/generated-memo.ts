import type { GeneratedMemo } from '../../../src-shared/kit/memo.ts'

/** As it was stored: our own text, so it is not checked again. */
export const readGeneratedMemo = (stored: string | null): GeneratedMemo | null =>
  stored === null ? null : (JSON.parse(stored) as GeneratedMemo)
