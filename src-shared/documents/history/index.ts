import type { WordsOf } from '../../kit/history.ts'
import { quoted } from '../../kit/history-texts.ts'
import type { documentsContract } from '../contract/index.ts'

/** What each of this module's commands did, in words. */
export const documentsHistory: WordsOf<typeof documentsContract> = {
  'documents.void': {
    title: 'Void document',
    say: ({ input, output }, texts) =>
      `${texts.document(input.id)} voided by ${output.number} on ${texts.date(input.date)}${quoted('reason', input.reason)}`,
  },
  'documents.voidAndCopy': {
    title: 'Void document and copy',
    say: ({ input, output }, texts) =>
      `${texts.document(input.id)} voided by ${output.number} on ${texts.date(input.date)} and copied to a draft${quoted('reason', input.reason)}`,
  },
}
