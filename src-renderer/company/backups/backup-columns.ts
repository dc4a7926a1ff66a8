import type { ListedBackup } from '../../../src-shared/company/contract/backups.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { kindText, momentText, placeText } from './backup-words.ts'

const MEGABYTE = 1_000_000

/** What a backup holds, as a clerk knows it. */
export const backupColumns = (format: Format): readonly GridColumn<ListedBackup>[] => [
  {
    id: 'madeAt',
    kind: 'code',
    title: 'Made',
    width: 150,
    value: ({ madeAt }) => madeAt,
    text: ({ madeAt }) => momentText(madeAt),
  },
  { id: 'kind', kind: 'choice', title: 'What', width: 120, value: ({ kind }) => kindText[kind] },
  { id: 'place', kind: 'choice', title: 'Where', width: 130, grow: 1, value: ({ place }) => placeText[place] },
  {
    id: 'lastCommandAt',
    kind: 'code',
    title: 'Last command',
    width: 150,
    value: ({ holds }) => holds?.lastCommandAt ?? '',
    text: ({ holds }) => (holds === null ? 'Cannot be read' : momentText(holds.lastCommandAt)),
  },
  {
    id: 'documents',
    kind: 'number',
    isBlank: ({ holds }) => holds === null,
    title: 'Documents',
    width: 100,
    align: 'end',
    value: ({ holds }) => holds?.documents ?? -1,
    text: ({ holds }) => String(holds?.documents ?? ''),
  },
  {
    id: 'receivable',
    kind: 'amount',
    currency: ({ holds }) => holds?.currency ?? '',
    isBlank: ({ holds }) => holds === null,
    title: 'Receivable',
    width: 140,
    align: 'end',
    value: ({ holds }) => holds?.receivable ?? 0,
    text: ({ holds }) => (holds === null ? '' : format.amount(holds.receivable, holds.currency)),
  },
  {
    id: 'size',
    kind: 'number',
    title: 'Size',
    width: 90,
    align: 'end',
    value: ({ bytes }) => bytes,
    text: ({ bytes }) => `${(bytes / MEGABYTE).toFixed(1)} MB`,
  },
]
