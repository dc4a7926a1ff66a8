import type { EntryTexts } from './history.ts'

/** What several commands say alike. */

interface Named {
  readonly id: number
  readonly number: string
}

/** "3 invoices" */
export const count = (n: number, noun: string): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`

/** "INV-00012, INV-00013 and 3 more" */
export const numbersOf = (documents: readonly Pick<Named, 'number'>[]): string => {
  const shown = documents.slice(0, 3).map(({ number }) => number)
  const more = documents.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more.toLocaleString('en')} more` : shown.join(', ')
}

/** What was written down with it, where something was. */
export const quoted = (title: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `, ${title} “${text}”`

/** "settles Invoice INV-1 and 2 more" */
export const settling = (lines: readonly { readonly documentId: number }[] | undefined, texts: EntryTexts): string => {
  const [first, ...more] = lines ?? []
  if (first === undefined) return ''
  const rest = more.length === 0 ? '' : ` and ${more.length.toLocaleString('en')} more`
  return `, settles ${texts.document(first.documentId)}${rest}`
}
