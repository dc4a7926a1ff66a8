import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { ActionId } from '../../../src-shared/keys-and-menu/actions.ts'
import type { Find } from './find.ts'
import { PaletteList } from './PaletteList.tsx'
import { useAction, useRunAction } from '../../keyboard/use-action.ts'
import { holdKeysUntil } from '../../keyboard/held-keys.ts'
import { useActionContext } from '../../keyboard/ActionProvider.tsx'
import { actionEntries } from './palette-entries.ts'
import type { PaletteEntry } from './palette-entries.ts'
import { useFind } from './use-find.ts'
import css from './palette.module.css'

export type CommandPaletteProps = {
  /** What can be found besides actions. Must be stable. */
  readonly find: Find
}

type Mode = 'all' | 'find'

/** Ctrl+K: every action and everything that can be found. Ctrl+F: only what can be found. */
export function CommandPalette({ find }: CommandPaletteProps) {
  const [mode, setMode] = useState<Mode | null>(null)
  useAction('palette.open', () => setMode('all'))
  useAction('find.open', () => setMode('find'))
  return (
    <ModalOverlay
      isOpen={mode !== null}
      onOpenChange={(open) => {
        if (!open) setMode(null)
      }}
      isDismissable
      className={css.veil ?? ''}
    >
      <Modal className={css.modal ?? ''}>
        <Dialog aria-label={mode === 'find' ? 'Find' : 'Do anything'} className={css.dialog ?? ''}>
          <PaletteBody mode={mode ?? 'all'} find={find} onClose={() => setMode(null)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type PaletteBodyProps = {
  readonly mode: Mode
  readonly find: Find
  readonly onClose: () => void
}

function PaletteBody({ mode, find, onClose }: PaletteBodyProps) {
  const [text, setText] = useState('')
  const { registry } = useActionContext()
  const run = useRunAction()
  const results = useFind(find, text)
  const available = (id: ActionId): boolean => registry.stateOf(id).enabled
  const acting = mode === 'all' ? actionEntries(text, available) : []
  // A number is looked for, not done: what was found stands first then.
  const entries = /^\s*\d/.test(text) ? [...results.entries, ...acting] : [...acting, ...results.entries]

  function take(entry: PaletteEntry): void {
    onClose()
    // After the palette has given the focus back, so that the action may put it where it wants. What is typed on is for what comes.
    const taken = new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        if (entry.kind === 'action') run(entry.action.id)
        else entry.found.open()
        resolve()
      })
    })
    holdKeysUntil(taken)
  }

  return (
    <PaletteList
      label={mode === 'find' ? 'Find a customer, invoice, check or amount' : 'Type what you want to do or find'}
      text={text}
      onType={setText}
      entries={entries}
      onTake={take}
      note={noteOf(entries.length, results.note, text, mode)}
    />
  )
}

function noteOf(found: number, note: string, text: string, mode: Mode): string {
  if (note !== '' || found > 0) return note
  if (text.trim() !== '') return 'Nothing found: try a code, a word, a number, a phone or an amount.'
  return mode === 'find'
    ? 'Customers by code, name, contact, phone, e-mail or city. Documents by number, reference, check number, amount, open amount, or any words of their lines and memo.'
    : ''
}
