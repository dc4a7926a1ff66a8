import type { AgingBasis } from '../../../src-shared/domain/aging.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Pill } from '../../ui/Pill.tsx'
import type { AgingState } from './use-aging.ts'
import shared from '../report/report.module.css'
import css from './aging.module.css'

const bases = [
  { value: 'due_date', label: 'due date' },
  { value: 'document_date', label: 'invoice date' },
] as const satisfies readonly { value: AgingBasis; label: string }[]

/** As of when and by which date, and whether the answer equals the control account. */
export function AgingQuestion({ aging }: { readonly aging: AgingState }) {
  return (
    <div className={shared.question}>
      <b className={shared.company}>{aging.company}</b>
      As of
      <DateField
        label="As of"
        hideLabel
        autoFocus
        value={aging.asOf}
        onChange={aging.setAsOf}
        className={shared.date}
      />
      by
      <SelectField
        label="Aged by"
        hideLabel
        value={aging.basis}
        onChange={aging.setBasis}
        options={bases}
        className={css.basis}
      />
      {aging.choices.length > 1 && (
        <>
          in
          <SelectField
            label="Currency"
            hideLabel
            value={aging.choice}
            onChange={aging.choose}
            options={aging.choices}
            className={css.currency}
          />
        </>
      )}
      <TiePill aging={aging} />
    </div>
  )
}

function TiePill({ aging: { tie, report } }: { readonly aging: AgingState }) {
  const format = useFormat()
  switch (tie.kind) {
    case 'unknown':
      return null
    case 'equal':
      return <Pill tone="ok">equals account {tie.account}</Pill>
    case 'different':
      return (
        <Pill tone="bad">
          differs from account {tie.account} by {format.amount(tie.difference, report?.currency ?? '')}: check the books
        </Pill>
      )
  }
}
