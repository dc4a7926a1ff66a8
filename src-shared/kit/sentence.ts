/**
 * What a clerk reads. Words in braces are its parameters, each a text already formatted for display; a sentence that has
 * counts, or words for some cases only, is a function of its parameters.
 */
export type Sentence = string | ((params: never) => string)

export type NoParams = Readonly<Record<string, never>>

type WordsIn<Text extends string> = Text extends `${string}{${infer Word}}${infer Rest}` ? Word | WordsIn<Rest> : never

/** What a sentence needs. */
export type ParamsIn<S> = S extends string
  ? string extends S
    ? never
    : WordsIn<S> extends never
      ? NoParams
      : { readonly [Word in WordsIn<S>]: string }
  : S extends (params: infer Params) => string
    ? Readonly<Params>
    : never

/** A sentence with its words filled in. */
export const filledIn = (sentence: Sentence, params: Readonly<Record<string, unknown>>): string =>
  typeof sentence === 'function'
    ? sentence(params as never)
    : sentence.replace(/\{(\w+)\}/g, (_, word: string) => String(params[word]))
