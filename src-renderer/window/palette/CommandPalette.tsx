import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { ActionId } from '../../../src-shared/keys-and-menu/actions.ts'
import type { Finder } from './find.ts'
import { PaletteList } from './PaletteList.tsx'
import { useAction, useRunAction } from '../../keyboard/use-action.ts'
import { holdKeysUntil } from '../../keyboard/held-keys.ts'
import { useActionContext } from '../../keyboard/ActionProvider.tsx'
import { actionEntries } from './palette-entries.ts'
import type { PaletteEntry } from './palette-entries.ts'
import { useFinders } from './use-finders.ts'
import css from './palette.module.css'

export type CommandPaletteProps = {
  /** What can be found besides actions. Must be stable. */
  readonly finders: readonly Finder[]
}

type Mode = 'all' | 'find'

/** Ctrl+K: every action and everything that can be found. Ctrl+F: only what can be found. */
export function CommandPalette({ finders }: CommandPaletteProps) {
  const [mode, setMode] = useState<Mode | null>(null)
  useAction('palette.open', () => setMode('all'))
  useAction('find.open', () => setMode('find'), { enabled: finders.length > 0 })
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
          <PaletteBody mode={mode ?? 'all'} finders={finders} onClose={() => setMode(null)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type PaletteBodyProps = {
  readonly mode: Mode
  readonly finders: readonly Finder[]
  readonly onClose: () => void
}

function PaletteBody({ mode, finders, onClose }: PaletteBodyProps) {
  const [text, setText] = useState('')
  const { registry } = useActionContext()
  const run = useRunAction()
  const results = useFinders(finders, text)
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
      note={results.failure ?? emptyNote(text, mode)}
    />
  )
}

function emptyNote(text: string, mode: Mode): string {
  if (text.trim() !== '') return 'Nothing found: try a code, a word of the name, or a number.'
  return mode === 'find' ? 'Type a code, any word of a name, a document number or an amount.' : ''
}
