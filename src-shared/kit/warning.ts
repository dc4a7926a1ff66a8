import type { ParamsIn, Sentence } from './sentence.ts'

/** Warnings by code, with the sentence of each. */
export type WarningSentences = Readonly<Record<string, Sentence>>

/** The warnings of all modules: each adds its own, as it does its refusals. */
// oxlint-disable-next-line typescript/no-empty-object-type -- each module adds its own
export interface Warnings {}

/** What the clerk should know although it was done: which, and what its sentence needs. It is put in words where it is shown. */
export type Warning = {
  [C in keyof Warnings]: { readonly code: C; readonly params: ParamsIn<Warnings[C]> }
}[keyof Warnings]
