import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Pill } from '../../ui/Pill.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import type { PaletteEntry } from './palette-entries.ts'
import css from './palette.module.css'

export type PaletteListProps = {
  readonly label: string
  readonly text: string
  readonly onType: (text: string) => void
  readonly entries: readonly PaletteEntry[]
  readonly onTake: (entry: PaletteEntry) => void
  /** Said below what is shown. */
  readonly note: string
}

const PAGE_STEP = 8

/** The palette's field and its list: arrows point, Enter takes. The focus stays in the field. */
export function PaletteList({ label, text, onType, entries, onTake, note }: PaletteListProps) {
  const listId = useId()
  const [pointed, setPointed] = useState(0)
  const active = Math.min(pointed, Math.max(0, entries.length - 1))

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Partial<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE_STEP,
      PageUp: -PAGE_STEP,
    }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setPointed(Math.max(0, Math.min(entries.length - 1, active + step)))
    }
    const entry = entries[active]
    if (event.key === 'Enter' && entry !== undefined) {
      event.preventDefault()
      onTake(entry)
    }
  }

  return (
    <>
      <input
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={entries.length > 0 ? listId : undefined}
        aria-activedescendant={entries.length > 0 ? `${listId}-${active}` : undefined}
        className={css.input}
        placeholder={label}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setPointed(0)
          onType(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      {entries.length > 0 && (
        <div id={listId} role="listbox" aria-label="Results" className={css.list}>
          {entries.map((entry, index) => (
            <div key={entry.key} role="presentation">
              {entry.group !== entries[index - 1]?.group && (
                <div className={css.group} role="presentation">
                  {entry.group}
                </div>
              )}
              <div
                id={`${listId}-${index}`}
                ref={index === active ? scrollIntoView : null}
                role="option"
                aria-selected={index === active}
                className={css.entry}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setPointed(index)}
                onClick={() => onTake(entry)}
              >
                <EntryText entry={entry} />
              </div>
            </div>
          ))}
        </div>
      )}
      {note !== '' && <p className={css.note}>{note}</p>}
    </>
  )
}

function EntryText({ entry }: { readonly entry: PaletteEntry }) {
  if (entry.kind === 'action') {
    const { title, hint, key } = entry.action
    return (
      <>
        <span className={css.title}>{title}</span>
        <span className={css.detail}>{hint}</span>
        {key !== undefined && <KeyHint keys={key} />}
      </>
    )
  }
  const { title, code, detail, trailing, mark = '' } = entry.found
  return (
    <>
      <span className={css.title}>{title}</span>
      <span className={css.detail}>{[code, detail].filter(Boolean).join(' · ')}</span>
      {mark !== '' && <Pill>{mark}</Pill>}
      {trailing !== undefined && <span className={css.trailing}>{trailing}</span>}
    </>
  )
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
