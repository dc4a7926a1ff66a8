/**
 * What a column of a list holds. By it the column is filtered, grouped, added up, exported and kept from being cut:
 * - text: words, which give way where there is little room
 * - code: what is looked for letter by letter: a code, a number of a document, a currency
 * - date: a calendar date
 * - amount: minor units of a currency
 * - number: any other figure
 * - flag: yes or nothing
 * - choice: one of a few words
 */
export const columnKinds = ['text', 'code', 'date', 'amount', 'number', 'flag', 'choice'] as const
export type ColumnKind = (typeof columnKinds)[number]
