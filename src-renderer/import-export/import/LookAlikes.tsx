import type { ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import type { LookAlikeQuestion } from '../../../src-shared/import-export/rules/import-problems.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './import.module.css'

type Answers = ImportMapping['lookAlikes']

export type LookAlikesProps = {
  readonly asked: readonly LookAlikeQuestion[]
  readonly answers: Answers
  readonly onAnswer: (changes: Partial<Answers>) => void
  readonly onLast: () => void
}

const CHOOSE = { value: '', label: 'Choose' } as const
const customers = [
  CHOOSE,
  { value: 'same', label: 'The same customer' },
  { value: 'separate', label: 'Different customers' },
] as const
const numbers = [CHOOSE, { value: 'separate', label: 'Different documents: import both' }] as const

/** Asked once for the whole file: what codes and numbers are that differ only in what a clerk hardly sees. */
export function LookAlikes({ asked, answers, onAnswer, onLast }: LookAlikesProps) {
  const asksCustomers = asked.includes('customers')
  return (
    <Card title="Codes and numbers that differ only in case, spaces, leading zeros, accents or what nobody sees" padded>
      <EntryForm onLastEnter={onLast} className={css.alike ?? ''}>
        {asksCustomers && (
          <SelectField
            label="Customer codes that look alike are"
            value={answers.customers ?? ''}
            onChange={(value) => onAnswer({ customers: value === '' ? null : value })}
            options={customers}
            autoFocus
            quick
          />
        )}
        {asked.includes('numbers') && (
          <SelectField
            label="Numbers that look alike are"
            value={answers.numbers ?? ''}
            onChange={(value) => onAnswer({ numbers: value === '' ? null : value })}
            options={numbers}
            autoFocus={!asksCustomers}
            quick
          />
        )}
      </EntryForm>
    </Card>
  )
}
