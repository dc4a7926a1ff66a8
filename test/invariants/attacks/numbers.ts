import { copy, NEW, newDocument, NEXT, type Attack, type Changes, type TriggerCases } from './attack-case.ts'

const finished = 'its command is already finished'

const numbered = (changes: Changes): Attack => [
  newDocument('INV-00004', {
    series_id: `(SELECT series_id FROM document WHERE number = 'INV-00004')`,
    series_number:
      '(SELECT max(series_number) + 1 FROM document WHERE series_id = (SELECT series_id FROM document WHERE id = #INV-00004))',
    ...changes,
  }),
]
const ofNewSeries = (changes: Changes, number: string, ...between: readonly string[]): Attack => [
  copy('number_series', `kind = 'invoice'`, {
    id: '800',
    command_seq: NEXT,
    prefix: `'N-'`,
    first_number: '5',
    ...changes,
  }),
  ...between,
  newDocument('INV-00004', { series_id: '800', series_number: number }),
]

/** The first number of the new series is passed over, or all up to another. */
const passed = (through: string): Attack => [
  'DROP TRIGGER number_passed_over_is_next',
  `INSERT INTO number_passed_over VALUES (800, 5, ${through}, 1, ${NEXT})`,
]

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

/** The first number of a new series, which an invoice brought. */
const passingOfNew: Attack = [
  copy('number_series', `kind = 'invoice'`, { id: '800', command_seq: NEXT, prefix: `'N-'`, first_number: '5' }),
  newDocument('OLD-7', { number: `'N-00005'`, number_key: `'N-00005'` }),
  `INSERT INTO number_passed_over VALUES (800, 5, NULL, ${NEW}, ${NEXT})`,
]

export const onNumbers = {
  document_number_is_next: {
    refused: {
      'the number is not the next of its series': [
        ofNewSeries({}, '8', ...passed('7'), `INSERT INTO number_passed_over VALUES (800, 8, NULL, 1, ${NEXT})`),
        numbered({ series_number: '1' }),
        numbered({ series_number: '99999' }),
        numbered({ kind: `'debit_note'` }),
        ofNewSeries({}, '4'),
        ofNewSeries({}, '6'),
        // What was passed over is not given, one number or several.
        ofNewSeries({}, '5', ...passed('NULL')),
        ofNewSeries({}, '6', ...passed('7')),
      ],
      'its series numbers another year': [ofNewSeries({ template: `'N-'`, year: '2024' }, '5')],
    },
    allowed: [
      // The year is that of the document, whenever it is due.
      [
        copy('number_series', `kind = 'invoice'`, {
          id: '800',
          command_seq: NEXT,
          prefix: `'N-'`,
          first_number: '5',
          template: `'N-'`,
          year: '2025',
        }),
        newDocument('INV-00004', { series_id: '800', series_number: '5', due_date: `'2026-01-05'` }),
      ],
      [newDocument('INV-00004')],
      ofNewSeries({}, '9', ...passed('7'), `INSERT INTO number_passed_over VALUES (800, 8, NULL, 1, ${NEXT})`),
      numbered({}),
      ofNewSeries({}, '5'),
      ofNewSeries({}, '8', ...passed('7')),
      ofNewSeries({ template: `'N-'`, year: '2025' }, '5'),
    ],
  },
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
        [brought(), passing({ document_id: '#OLD-7' })],
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
    allowed: [passingOfNew, [brought(), passing()], [brought(), brought(1), passing({ through: `${nextNumber} + 1` })]],
  },
} as const satisfies TriggerCases
