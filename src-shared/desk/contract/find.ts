import { z } from 'zod'
import { text } from '../../kit/fields.ts'
import { output, query } from '../../kit/operation.ts'
import type { DocumentRow } from '../../ledger/contract/documents.ts'

export const find = {
  /** What the find box shows: customers, then documents by number, reference, or exact amount. */
  'find.everything': query(
    { text: text(100), limit: z.int().min(1).max(50).default(8) },
    {
      output: output<{
        readonly customers: readonly { readonly id: number; readonly code: string; readonly name: string }[]
        readonly documents: readonly DocumentRow[]
      }>(),
    },
  ),
}
