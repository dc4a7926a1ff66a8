import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { Card } from '../../ui/Page.tsx'
import { PostingPage } from '../../entry/posting/PostingPage.tsx'
import type { PostingPageProps } from '../../entry/posting/PostingPage.tsx'
import { SettleGrid } from './SettleGrid.tsx'
import type { SettleGridProps } from './SettleGrid.tsx'

export type Emptiness = { readonly title: string; readonly text: string }

export type SettlingPageProps<Done> = Omit<PostingPageProps<Done>, 'children'> & {
  readonly head: ReactNode
  /** Said between head and rows. */
  readonly banner?: ReactNode
  readonly customer: PickerOption | null
  readonly grid: Omit<SettleGridProps, 'errors' | 'empty'>
  /** Why there are no rows; null while they are read. */
  readonly emptiness: Emptiness | null
}

/** An entry that takes some of a customer's open items: its head, their rows, and the sums. */
export function SettlingPage<Done>({ head, banner, customer, grid, emptiness, ...page }: SettlingPageProps<Done>) {
  return (
    <PostingPage {...page}>
      <Card>{head}</Card>
      {banner}
      <Card fill>
        <SettleGrid
          key={customer?.key ?? ''}
          {...grid}
          errors={page.posting.errors}
          empty={emptiness !== null && <EmptyState title={emptiness.title}>{emptiness.text}</EmptyState>}
        />
      </Card>
    </PostingPage>
  )
}
