import { copy, NEW, newDocument, NEXT, type Changes, type TriggerCases } from './attack-case.ts'

const finished = 'its command is already finished'

const seriesOfNumber = '(SELECT series_id FROM number_passed_over)'
const nextNumber = `(SELECT max(series_number) + 1 FROM document WHERE series_id = ${seriesOfNumber})`
const named = (more: string): string =>
  `(SELECT 'INV-' || printf('%05d', max(series_number) + 1 + ${more}) FROM document WHERE series_id = ${seriesOfNumber})`
/** An invoice that brings the number the series comes to next. */
const brought = (more = 0, changes: Changes = {}): string =>
  newDocument('OLD-7', {
    id: String(Number(NEW) + more),
    number: named(String(more)),
    number_key: named(String(more)),
    ...changes,
  })
const passing = (changes: Changes = {}): string =>
  copy('number_passed_over', 'true', {
    series_id: 'series_id',
    command_seq: NEXT,
    series_number: nextNumber,
    through: 'NULL',
    document_id: NEW,
    ...changes,
  })

export const onNumbers = {
  number_passed_over_of_this_command: {
    refused: { [finished]: [[brought(), passing({ command_seq: '1' })]] },
    allowed: [[brought(), passing()]],
  },
  number_passed_over_is_next: {
    refused: {
      'the number is not the next of its series': [
        [brought(), passing({ series_number: `${nextNumber} - 1` })],
        [brought(), passing({ series_number: `${nextNumber} + 1` })],
        [brought(), passing(), passing()],
      ],
      'no document has the number': [
        [passing()],
        [brought(1), passing({ document_id: String(Number(NEW) + 1) })],
        [brought(0, { kind: `'debit_note'` }), passing()],
      ],
      'no documents have all of the numbers': [
        [brought(), passing({ through: `${nextNumber} + 1` })],
        [brought(), brought(1), passing({ through: `${nextNumber} + 2` })],
        [brought(), brought(2), passing({ through: `${nextNumber} + 2` })],
      ],
    },
    allowed: [
      [brought(), passing()],
      [brought(), brought(1), passing({ through: `${nextNumber} + 1` })],
    ],
  },
} as const satisfies TriggerCases
