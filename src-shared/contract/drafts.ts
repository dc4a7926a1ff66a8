import { z } from 'zod'
import { id, text } from './fields.ts'
import { command, output, query } from './operation.ts'

/** Each entry screen that keeps what is typed. */
export const draftKinds = ['invoice', 'receipt', 'debit_note', 'credit_note'] as const
export type DraftKind = (typeof draftKinds)[number]

/** Work not posted yet: no number, no effect on any balance, outside the command log. */
export interface Draft {
  readonly uid: string
  readonly kind: DraftKind
  readonly customerId: number | null
  readonly title: string
  /** The screen's own state, as it was left. */
  readonly body: unknown
  /** UTC instant, ISO 8601. */
  readonly updatedAt: string
}

const kind = z.enum(draftKinds)

export const drafts = {
  'drafts.save': command(
    { uid: z.uuid(), kind, customerId: id.nullable(), title: text(200), body: z.json() },
    { output: output<null>(), logged: false },
  ),
  'drafts.discard': command({ uid: z.uuid() }, { output: output<null>(), logged: false }),
  'drafts.list': query({ kind: kind.nullable().default(null) }, { output: output<readonly Draft[]>() }),
  'drafts.get': query({ uid: z.uuid() }, { output: output<Draft>(), refusals: ['draft_not_found'] }),
}
