import type { DocumentKind } from '../../../../src-shared/domain/documents.ts'
import type { GeneratedMemo } from '../../../../src-shared/kit/memo.ts'

/** As it was stored: our own text, so it is not checked again. */
export const readGeneratedMemo = (stored: string | null): GeneratedMemo | null =>
  stored === null ? null : (JSON.parse(stored) as GeneratedMemo)

/** What the posting of a new document says. */
export const postedMemo = (kind: DocumentKind, number: string): GeneratedMemo => ({
  code: `memo_${kind}`,
  params: { number },
})

/** What a posting says that only applies a credit. */
export const applicationMemo = (credit: { readonly number: string }): GeneratedMemo => ({
  code: 'memo_application',
  params: { credit: credit.number },
})
