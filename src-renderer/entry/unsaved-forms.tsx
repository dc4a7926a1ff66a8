import { createContext, use, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { api } from '../api/client.ts'
import { holdUnsaved } from '../api/unsaved.ts'
import { unsavedFormsStore } from './unsaved-forms-store.ts'
import type { UnsavedFormsStore } from './unsaved-forms-store.ts'
import { isLike } from './is-like.ts'
import { useLoadedOnce } from './use-loaded-once.ts'

const UnsavedFormsContext = createContext<UnsavedFormsStore | null>(null)

export type UnsavedFormsProps = {
  /** Who works: what one person has half typed is not another's. */
  readonly personId: number
  readonly children: ReactNode
}

/**
 * Holds what is typed in small forms while they are out of sight, and keeps it in the company's file as drafts are kept.
 * Nothing is shown until it is read. Where it cannot be read, the form begins empty.
 */
export function UnsavedFormsProvider({ personId, children }: UnsavedFormsProps) {
  const key = `unsaved-forms.${personId}`
  const read = useLoadedOnce(() => api.preferences.get({ key }))
  if (read.state === 'loading') return null
  return (
    <Loaded preference={key} stored={read.state === 'loaded' ? read.value : null}>
      {children}
    </Loaded>
  )
}

type LoadedProps = { readonly preference: string; readonly stored: unknown; readonly children: ReactNode }

function Loaded({ preference, stored, children }: LoadedProps) {
  const [store] = useState(() => unsavedFormsStore(stored, (value) => api.preferences.set({ key: preference, value })))
  useEffect(() => holdUnsaved(store.unsaved), [store])
  return <UnsavedFormsContext value={store}>{children}</UnsavedFormsContext>
}

export type UnsavedForm<Entry> = {
  /** What was left unsaved; undefined when nothing was. */
  readonly found: Entry | undefined
  readonly keep: (entry: Entry) => void
  readonly forget: () => void
}

/**
 * Half-typed entries that outlast their form. `key` null keeps nothing: a PIN is gone with its field.
 * @param like an entry of the form; what another Duebook kept and is not like it counts as none
 */
export function useUnsavedForm<Entry extends object>(key: string | null, like: Entry): UnsavedForm<Entry> {
  const store = use(UnsavedFormsContext)
  const found = key === null ? undefined : store?.find(key)
  return {
    // Only this key's own form writes under it, and it has the fields of the form.
    found: isLike(found, like) ? (found as Entry) : undefined,
    keep: (entry) => {
      if (key !== null) store?.keep(key, entry)
    },
    forget: () => {
      if (key !== null) store?.forget(key)
    },
  }
}
