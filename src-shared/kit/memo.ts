import type { ParamsIn, Sentence } from './sentence.ts'

/** Memos that a command gives a document, by code, with the sentence of each. */
export type MemoSentences = Readonly<Record<string, Sentence>>

/** The generated memos of all modules: each adds its own, as it does its refusals. */
// oxlint-disable-next-line typescript/no-empty-object-type -- each module adds its own
export interface Memos {}

/** What a command says of a document beside what the clerk wrote. It is stored as this and put in words where it is shown. */
export type GeneratedMemo = {
  [C in keyof Memos]: { readonly code: C; readonly params: ParamsIn<Memos[C]> }
}[keyof Memos]
