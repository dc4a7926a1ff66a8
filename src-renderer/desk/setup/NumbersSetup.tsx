import type { NumberSeriesRow } from '../../../src-shared/company/contract/number-series.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { SERIES_PREFIX_MAX } from '../../../src-shared/company/rules/sequence.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { checkSeries, nextInSeries, seriesEntry, seriesInput, startsAnew } from './series-entry.ts'
import type { SeriesEntry } from './series-entry.ts'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { fieldsNamed, useSetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

const keyOf = ({ kind }: NumberSeriesRow): string => kind
const columns: readonly GridColumn<NumberSeriesRow>[] = [
  { id: 'kind', kind: 'choice', title: 'Document', width: 130, value: ({ kind }) => documentKindName[kind] },
  { id: 'prefix', kind: 'code', title: 'Prefix', width: 130, grow: 1, value: ({ prefix }) => prefix },
  { id: 'width', kind: 'number', title: 'Digits', width: 70, align: 'end', value: ({ width }) => width },
  { id: 'next', kind: 'code', title: 'Next number', width: 160, grow: 1, value: ({ next }) => next },
  {
    id: 'passedOver',
    kind: 'number',
    title: 'Passed over',
    width: 100,
    align: 'end',
    value: ({ passedOver }) => passedOver,
    text: ({ passedOver }) => (passedOver === 0 ? '' : String(passedOver)),
  },
]

/** How the company numbers each kind of document: the form follows the list, and Enter goes to it. */
export function NumbersSetup() {
  const { workDate } = useConventions()
  const { data: series } = useLedgerQuery('numberSeries.list', { date: workDate })
  const [first] = series ?? []
  return series === undefined || first === undefined ? null : <LoadedNumbers series={series} first={first} />
}

type LoadedProps = { readonly series: readonly NumberSeriesRow[]; readonly first: NumberSeriesRow }

function LoadedNumbers({ series, first }: LoadedProps) {
  const { workDate } = useConventions()
  const changeSeries = useCommand('numberSeries.change')
  const { say } = useNotices()
  const rowOf = ({ kind }: Pick<SeriesEntry, 'kind'>): NumberSeriesRow =>
    series.find((row) => row.kind === kind) ?? first
  const form = useSetupForm<SeriesEntry>({
    keepAs: 'numbers',
    start: seriesEntry(first),
    check: checkSeries,
    fieldOf: fieldsNamed('prefix', 'width', 'nextNumber'),
    send: async (entry) => {
      await changeSeries.run({ ...seriesInput(entry), version: rowOf(entry).version, date: workDate })
      say(`The next ${documentKindName[entry.kind].toLowerCase()} is ${nextInSeries(entry, workDate) ?? ''}.`, {
        tone: 'ok',
      })
      form.replace(entry)
    },
  })
  const { entry, change, errors } = form
  const next = nextInSeries(entry, workDate)
  const name = documentKindName[entry.kind]
  return (
    <SetupList
      record={{ kind: 'number_series', id: 1 }}
      label="Numbers"
      layoutId="numbers"
      rows={series}
      columns={columns}
      rowKey={keyOf}
      // The form follows the list, so that what is typed next is of the row the clerk is on.
      onSelect={(row) => {
        if (!form.isChanged) form.show(seriesEntry(row))
      }}
      onOpen={(row) => form.replace(seriesEntry(row))}
    >
      <SetupFormCard title={`Numbers of ${name.toLowerCase()}s`} form={form} saveLabel="Save numbers">
        <TextField
          label="Prefix"
          name="prefix"
          value={entry.prefix}
          onChange={(prefix) => change({ prefix })}
          error={errors['prefix']}
          hint="{year} is the year of the document"
          maxLength={SERIES_PREFIX_MAX}
          quick
        />
        <FieldRow columns="1fr 2fr">
          <TextField
            label="Digits"
            name="width"
            value={entry.width}
            onChange={(width) => change({ width })}
            error={errors['width']}
            maxLength={2}
            isNumber
            quick
          />
          <TextField
            label="Next number"
            name="nextNumber"
            value={entry.nextNumber}
            onChange={(nextNumber) => change({ nextNumber })}
            error={errors['nextNumber']}
            maxLength={12}
            isNumber
            quick
          />
        </FieldRow>
        <p className={css.note}>
          {next === null ? 'Not complete yet.' : `The next ${name.toLowerCase()} is ${next}.`}
          {startsAnew(entry) && ' Each year begins with 1.'} Numbers that were given stay. One that an imported document
          has, or that looks like it, is passed over.
        </p>
      </SetupFormCard>
    </SetupList>
  )
}
