import { leaveRefused } from '../../api/refused-error.ts'
import { useState } from 'react'
import type { Statement } from '../../../src-shared/reports/contract/statements.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { optionOfCustomer } from '../../entry/head/customer-options.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { useConventions } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { choiceErrors, newChoice, requestOf } from './request.ts'
import type { StatementChoice } from './request.ts'

export type StatementState = {
  readonly choice: StatementChoice
  readonly change: (part: Partial<StatementChoice>) => void
  /** The currencies the customer has statements in. */
  readonly currencies: readonly string[]
  readonly errors: FieldErrors
  /** Of the choice before while the new one is made; so is the PDF, in base64. */
  readonly statement: Statement | undefined
  readonly pdf: string | undefined
  /** What is shown is what was chosen, and may go on paper. */
  readonly isReady: boolean
  readonly problem: string | null
  /** What will be missing on the paper that is shown, before it is printed. */
  readonly warning: string | null
  readonly print: () => void
  readonly save: () => void
}

/** One customer's statement: what is chosen, what it says, and its paper. */
export function useStatement(customerId: number | undefined, currency: string | null = null): StatementState {
  const { workDate } = useConventions()
  const { say } = useNotices()
  const [choice, setChoice] = useState(() => newChoice(workDate, currency))
  const [isChanged, setIsChanged] = useState(false)
  const named = useLedgerQuery(
    'customers.get',
    { id: customerId ?? 0, asOf: workDate },
    { enabled: customerId !== undefined },
  )
  // The customer the screen was opened for, until the clerk picks another or clears the field.
  const preset = !isChanged && named.data !== undefined ? optionOfCustomer(named.data.customer) : null
  const shown = preset === null ? choice : { ...choice, customer: preset }
  const request = requestOf(shown)
  const input = request ?? { customerId: 0, statementDate: workDate, form: 'open_item' as const }
  const data = useLedgerQuery('statements.data', input, { enabled: request !== null })
  const pdf = useLedgerQuery('statements.pdf', input, { enabled: request !== null })
  const printing = useCommand('statements.print')
  const saving = useCommand('statements.savePdf')
  const refused = [named.error, data.error, pdf.error, printing.error, saving.error].find((error) => error !== null)

  async function print(): Promise<void> {
    if (request === null) return
    const done = await printing.run(request)
    if (done !== null) say(done.pages === 1 ? 'One page printed.' : `${done.pages} pages printed.`, { tone: 'ok' })
  }

  async function save(): Promise<void> {
    if (request === null) return
    const done = await saving.run(request)
    if (done !== null) say(`Saved as ${done.file}.`, { tone: 'ok' })
  }

  return {
    choice: shown,
    change: (part) => {
      if (part.customer !== undefined) setIsChanged(true)
      printing.reset()
      saving.reset()
      setChoice((before) => ({ ...before, ...part }))
    },
    currencies:
      shown.customer === null || data.data === undefined
        ? []
        : [data.data.currency, ...data.data.otherCurrencies].toSorted(),
    errors: choiceErrors(shown),
    statement: data.data,
    pdf: pdf.data?.pdf,
    isReady: request !== null && !pdf.isPlaceholderData && pdf.data !== undefined,
    problem: refused?.message ?? null,
    warning: shown.customer === null ? null : unprintableWarning(shown.customer, pdf.data?.unprintable ?? []),
    print: () => void print().catch(leaveRefused),
    save: () => void save().catch(leaveRefused),
  }
}

function unprintableWarning(customer: PickerOption, characters: readonly string[]): string | null {
  if (characters.length === 0) return null
  const listed = characters.map((character) => `“${character}”`).join(' ')
  return `The statement of ${customer.code} ${customer.name} has characters that Duebook cannot print: ${listed}. Boxes stand in their place. Write the name, address or reference in other letters.`
}
