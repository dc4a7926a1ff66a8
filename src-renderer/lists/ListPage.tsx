import { useRef, useState } from 'react'
import type { ReactNode, KeyboardEvent, RefObject } from 'react'
import { usePrintPage } from '../print/use-print-page.ts'
import { Banner } from '../ui/Banner.tsx'
import { DataGrid } from '../ui/grid/DataGrid.tsx'
import type { DataGridProps } from '../ui/grid/DataGrid.tsx'
import { Card, Page, Toolbar } from '../ui/Page.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import css from './lists.module.css'

type Listed = { readonly id: number }

/** The row that keys are for. */
export type SelectedRow<Row> = {
  /** Null where none is chosen, or the one that was is not listed any more. */
  readonly row: Row | null
  readonly select: (row: Pick<Row & Listed, 'id'>) => void
  /** Other rows are listed: none of them is chosen yet. */
  readonly clear: () => void
}

export type SelectedRowOptions = {
  /** While none is chosen the first one is, so that a key has a row at once. */
  readonly orFirst?: boolean
}

export function useSelectedRow<Row extends Listed>(
  rows: readonly Row[],
  { orFirst = false }: SelectedRowOptions = {},
): SelectedRow<Row> {
  const [chosen, choose] = useState<number | null>(null)
  const row = rows.find(({ id }) => id === chosen) ?? (orFirst ? rows[0] : undefined) ?? null
  return { row, select: ({ id }) => choose(id), clear: () => choose(null) }
}

export type ListFilter = {
  /** What the fields choose: "Which customers". */
  readonly label: string
  readonly box?: Omit<FilterBoxProps, 'label' | 'list' | 'onEnter' | 'className'> & { readonly width: number }
  /** Beside the box. */
  readonly children?: ReactNode
}

export type ListPageProps<Row extends Listed> = Pick<
  DataGridProps<Row>,
  'columns' | 'rowTone' | 'typeToSelect' | 'actionScope' | 'onOpen'
> & {
  readonly title: string
  readonly sub: ReactNode
  readonly actions: ReactNode
  /** Remembers its columns under this name. */
  readonly layoutId: string
  readonly list: {
    readonly rows: readonly Row[]
    readonly isPending: boolean
    readonly error: { readonly message: string } | null
    /** Reads the next page. */
    readonly more?: () => void
  }
  readonly selected: SelectedRow<Row>
  readonly onSelect?: (row: Row) => void
  readonly filter?: ListFilter | undefined
  /** Over the list. */
  readonly banners?: ReactNode
  /** Where there are no rows: what belongs here, and the key that makes the first. */
  readonly empty: ReactNode
  /** Dialogs. */
  readonly children?: ReactNode
}

const keyOf = ({ id }: Listed): string => String(id)

/**
 * A screen that is a list: printed as it is shown, with the columns the clerk has chosen. Enter opens a row; in the box of a
 * filter it opens the row chosen, or the first that is left.
 */
export function ListPage<Row extends Listed>(props: ListPageProps<Row>) {
  const { title, list, selected, filter, onOpen } = props
  const sheet = useRef<HTMLDivElement>(null)
  usePrintPage({ title })
  const box = filter?.box

  function openFiltered(): void {
    const row = selected.row ?? list.rows[0]
    if (row !== undefined) onOpen?.(row)
  }

  return (
    <Page title={title} sub={props.sub} actions={props.actions}>
      {list.error !== null && <Banner tone="bad">{list.error.message}</Banner>}
      {props.banners}
      {filter !== undefined && (
        <Toolbar label={filter.label}>
          {box !== undefined && (
            <div style={{ width: box.width }}>
              <FilterBox {...box} label="Filter" list={sheet} onEnter={openFiltered} />
            </div>
          )}
          {filter.children}
        </Toolbar>
      )}
      <div ref={sheet} className={css.sheet}>
        <Card fill>
          <DataGrid
            label={title}
            layoutId={props.layoutId}
            rows={list.rows}
            columns={props.columns}
            rowKey={keyOf}
            selectedKey={selected.row === null ? null : keyOf(selected.row)}
            onSelect={(row) => {
              props.onSelect?.(row)
              selected.select(row)
            }}
            empty={list.isPending ? null : props.empty}
            autoFocus={box === undefined}
            offersColumns
            rowTone={props.rowTone}
            typeToSelect={props.typeToSelect}
            actionScope={props.actionScope}
            onOpen={onOpen}
            onEndReached={list.more}
          />
        </Card>
      </div>
      {props.children}
    </Page>
  )
}

export type FilterBoxProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder: string
  readonly maxLength: number
  /** Holds the list that Down leads to. */
  readonly list: RefObject<HTMLElement | null>
  /** Enter: opens what the filter left. */
  readonly onEnter: () => void
  readonly className?: string
}

/** Filters the list beneath it as one types. Down goes to the list, Enter opens its row, Esc empties the box first. */
export function FilterBox({ list, onEnter, ...field }: FilterBoxProps) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape' && field.value !== '') field.onChange('')
    else return
    event.preventDefault()
  }
  return <TextField {...field} hideLabel autoFocus onKeyDown={onKeyDown} />
}
