import { z } from 'zod'
import { text } from '../../kit/fields.ts'
import { output, query } from '../../kit/operation.ts'
import type { DocumentRow } from '../../ledger/contract/documents.ts'

export interface FoundCustomer {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly isArchived: boolean
  /** The city it is billed in; may be empty. */
  readonly place: string
  /** The contact, phone or e-mail address that was found; empty where code, name or a number was. */
  readonly matched: string
}

export const find = {
  /**
   * What the find box shows. Customers by code, any words of their name, contacts, phones, e-mail addresses and places.
   * Documents by number, reference, exact total or open amount, and any words of their reference, memo and lines. What is
   * archived or void is found too.
   */
  'find.everything': query(
    { text: text(100), limit: z.int().min(1).max(50).default(8) },
    {
      output: output<{
        readonly customers: readonly FoundCustomer[]
        readonly documents: readonly DocumentRow[]
        /** False while the words of older documents are still being read in: then one may be missing. */
        readonly isComplete: boolean
      }>(),
    },
  ),
}
