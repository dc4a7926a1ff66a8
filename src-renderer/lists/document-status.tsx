import type { DocumentRow } from '../../src-shared/ledger/contract/documents.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import type { ItemHold } from '../../src-shared/ledger/contract/open-items.ts'
import { Pill } from '../ui/Pill.tsx'
import type { PillTone } from '../ui/Pill.tsx'

/** What a document is to a clerk on a day. */
export type DocumentState = 'open' | 'part paid' | 'overdue' | 'unapplied' | 'paid' | 'applied' | 'void' | 'void entry'

type Judged = Pick<DocumentRow, 'status' | 'open' | 'total' | 'dueDate'>

/** A credit (a receipt, a credit note) is applied where a debit is paid. */
export function documentState({ status, open, total, dueDate }: Judged, asOf: CalendarDate): DocumentState {
  if (status === 'void') return 'void'
  if (status === 'reversal') return 'void entry'
  if (status === 'closed') return total < 0 ? 'applied' : 'paid'
  if (total < 0) return 'unapplied'
  if (dueDate < asOf) return 'overdue'
  return open < total ? 'part paid' : 'open'
}

const tones: Readonly<Record<DocumentState, PillTone>> = {
  open: 'quiet',
  'part paid': 'quiet',
  overdue: 'bad',
  unapplied: 'warn',
  paid: 'ok',
  applied: 'ok',
  void: 'quiet',
  'void entry': 'quiet',
}

export function DocumentStatePill({ document, asOf }: { readonly document: Judged; readonly asOf: CalendarDate }) {
  const state = documentState(document, asOf)
  return <Pill tone={tones[state]}>{state}</Pill>
}

/** Said of an item that is left out of reminders and finance charges. */
export function HoldPill({ hold }: { readonly hold: ItemHold }) {
  return <Pill tone="warn">{hold}</Pill>
}
