import { useState } from 'react'
import { CheckField } from '../fields/CheckField.tsx'
import { FormDialog } from '../FormDialog.tsx'
import type { ColumnLook } from './grid-column.ts'
import type { GridLayoutState } from './grid-layout.tsx'

export type ColumnsDialogProps = {
  /** Of the list. */
  readonly label: string
  readonly columns: readonly ColumnLook[]
  readonly layout: GridLayoutState
  readonly onClose: () => void
}

/** Which columns a list shows, and whether the first stays in sight. */
export function ColumnsDialog({ label, columns, layout, onClose }: ColumnsDialogProps) {
  const [hidden, setHidden] = useState(layout.layout.hidden)
  const [pinsFirst, setPinsFirst] = useState(layout.layout.pinsFirst)
  const shown = columns.filter(({ id }) => !hidden.includes(id))

  function done(change: Parameters<GridLayoutState['setLayout']>[0]): void {
    layout.setLayout(change)
    onClose()
  }

  return (
    <FormDialog
      title={`Columns of ${label}`}
      lead="Space ticks a column. The list remembers it, and prints what it shows."
      submitLabel="Show these"
      canSubmit={shown.length > 0}
      onSubmit={() => done({ hidden, pinsFirst })}
      also={{ label: 'As at first', onPress: () => done({ hidden: [], pinsFirst: false, widths: {} }) }}
      onClose={onClose}
    >
      {columns.map(({ id, title }, index) => (
        <CheckField
          key={id}
          label={title}
          value={!hidden.includes(id)}
          onChange={(isShown) => setHidden(isShown ? hidden.filter((other) => other !== id) : [...hidden, id])}
          autoFocus={index === 0}
        />
      ))}
      <CheckField
        label={`Keep ${shown[0]?.title ?? 'the first'} in sight where the window is narrow`}
        value={pinsFirst}
        onChange={setPinsFirst}
      />
    </FormDialog>
  )
}
