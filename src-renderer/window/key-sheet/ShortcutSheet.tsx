import { useState } from 'react'
import { actionGroups } from '../../../src-shared/kit/action.ts'
import { actions } from '../../../src-shared/keys-and-menu/actions.ts'
import type { Action } from '../../../src-shared/keys-and-menu/actions.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { fieldKeys } from '../../keyboard/field-keys.ts'
import { fitOf } from '../palette/fuzzy.ts'
import { useAction } from '../../keyboard/use-action.ts'
import css from './shortcut-sheet.module.css'

/** `?`: every key, by group, searchable. */
export function ShortcutSheet() {
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState('')
  useAction('keys.show', () => {
    setText('')
    setIsOpen(true)
  })
  const groups = sheetGroups(text)
  return (
    <Dialog title="All keys" isOpen={isOpen} onClose={() => setIsOpen(false)} width={920}>
      <TextField
        label="Search keys"
        hideLabel
        placeholder="Search: post, date, discount"
        value={text}
        onChange={setText}
        autoFocus
      />
      {groups.length === 0 && <p className={css.none}>No key does that. Ctrl K finds actions without a key.</p>}
      <div className={css.groups}>
        {groups.map(({ title, lines }) => (
          <section key={title} className={css.group}>
            <h3>{title}</h3>
            <dl>
              {lines.map((line) => (
                <div key={line.text}>
                  <dt>
                    {line.keys.map((keys) => (
                      <KeyHint key={keys} keys={keys} />
                    ))}
                  </dt>
                  <dd>{line.text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

type SheetGroup = { readonly title: string; readonly lines: readonly SheetLine[] }
type SheetLine = { readonly keys: readonly string[]; readonly text: string; readonly search: string }

const list: readonly Action[] = actions

const allGroups: readonly SheetGroup[] = [
  ...actionGroups.map((group) => ({
    title: group,
    lines: list
      .filter((action) => action.group === group)
      .flatMap(({ key, title, hint, keywords = '' }) =>
        key === undefined ? [] : [{ keys: [key], text: title, search: `${title} ${hint} ${keywords} ${key}` }],
      ),
  })),
  ...fieldKeys.map(({ title, lines }) => ({
    title,
    lines: lines.map(({ keys, text }) => ({ keys, text, search: `${title} ${text} ${keys.join(' ')}` })),
  })),
]

function sheetGroups(text: string): readonly SheetGroup[] {
  return allGroups
    .map(({ title, lines }) => ({ title, lines: lines.filter(({ search }) => fitOf(text, search) > 0) }))
    .filter(({ lines }) => lines.length > 0)
}
