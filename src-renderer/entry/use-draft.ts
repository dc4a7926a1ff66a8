import { useRef, useState } from 'react'
import type { Draft } from '../../src-shared/ledger/contract/drafts.ts'
import { api, RefusedError } from '../api/client.ts'
import type { PickerOption } from '../ui/fields/picker-choice.ts'
import { useStableHandler } from '../keyboard/stable-handler.ts'
import { createStoredText } from './stored-text.ts'
import { useKeepTyped } from './use-keep-typed.ts'

/** An entry as it is kept while it is not posted. */
export type EntryDraft = {
  readonly uid: string
  readonly kind: Draft['kind']
  readonly customerId: number | null
  readonly title: string
  /** What posting it will add to the customer's balance, in minor units; left out where it bills nothing. */
  readonly total?: number | null
  /** Of the total; null is the customer's. */
  readonly currency?: string | null
  /** Plain values only: it is kept as JSON. */
  readonly body: object
  /** Nothing is typed that is worth keeping. */
  readonly isBlank: boolean
}

type DraftSource = {
  readonly draftUid: string
  readonly customer?: PickerOption | null
  readonly currency?: string | null
}

/** An entry as its own draft, of its customer where it has one. */
export const draftOf = (
  kind: Draft['kind'],
  entry: DraftSource,
  summary: Pick<EntryDraft, 'title' | 'isBlank' | 'total'>,
): EntryDraft => {
  const customer = entry.customer ?? null
  return {
    ...summary,
    kind,
    uid: entry.draftUid,
    currency: entry.currency ?? null,
    customerId: customer === null ? null : Number(customer.key),
    body: entry,
  }
}

/** How a draft for a customer is called in a list. */
export const customerDraftTitle = (customer: PickerOption | null, amount: string): string =>
  [customer?.name ?? 'No customer yet', amount].join(', ')

export type DraftOptions = {
  /** The entry was resumed from a draft, which is there already. */
  readonly isResumed: boolean
  /** The entry is on its way to the ledger: a draft kept now would outlive it. */
  readonly isPosting: boolean
  /** The draft could not be kept, in words. */
  readonly onRefused: (message: string) => void
}

export type DraftKeeper = {
  /** Keeps what is typed at once. True when there is now a draft. */
  readonly keep: () => boolean
  /** The entry was posted: the draft is gone or goes, and nothing is kept any more. */
  readonly forget: (options: { readonly discard: boolean }) => void
}

/**
 * Keeps an entry as a draft while it is typed, when its screen is left and before the window closes. An entry emptied again
 * takes its draft away.
 */
export function useDraft(draft: EntryDraft, { isResumed, isPosting, onRefused }: DraftOptions): DraftKeeper {
  const body = JSON.stringify(draft.body)
  const [stored] = useState(() => createStoredText(isResumed ? body : ''))
  const forgotten = useRef<string | null>(null)

  const send = useStableHandler((command: Promise<null>): Promise<null> => {
    command.catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error
      onRefused(`The draft could not be kept. ${error.message}`)
    })
    return command
  })

  const save = useStableHandler((): Promise<unknown> | null => {
    const { uid, kind, customerId, title, total = null, currency = null, isBlank } = draft
    if (forgotten.current === uid) return null
    if (isBlank) return stored.put('', () => send(api.drafts.discard({ uid })))
    return stored.put(body, () =>
      send(api.drafts.save({ uid, kind, customerId, title, total, currency, body: jsonOf(body) })),
    )
  })

  useKeepTyped(save, body, { isPosting })

  const keep = useStableHandler((): boolean => {
    if (forgotten.current === draft.uid || isPosting) return false
    void save()
    return stored.exists
  })

  const forget = useStableHandler(({ discard }: { readonly discard: boolean }) => {
    forgotten.current = draft.uid
    const { uid } = draft
    const drop = (): Promise<null> => (discard ? send(api.drafts.discard({ uid })) : Promise.resolve(null))
    void stored.put('', drop)
  })

  return { keep, forget }
}

type Json = Parameters<typeof api.drafts.save>[0]['body']

const jsonOf = (text: string): Json => JSON.parse(text) as Json
