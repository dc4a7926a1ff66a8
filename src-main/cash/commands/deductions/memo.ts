import type { GeneratedMemo } from '../../../../src-shared/kit/memo.ts'

/** What a document of a deduction says where the clerk wrote nothing. */
export const unlessWritten = (
  memo: string,
  code: 'memo_deducted' | 'memo_allowed' | 'memo_charged_back',
  params: { readonly invoice: string; readonly reason: string },
): GeneratedMemo | null => (memo === '' ? { code, params } : null)
