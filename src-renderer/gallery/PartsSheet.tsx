import { useState } from 'react'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import { useActions } from '../keyboard/use-action.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/Dialog.tsx'
import { FactLine, StatCard } from '../ui/FactLine.tsx'
import { AmountField } from '../ui/fields/AmountField.tsx'
import { CheckField } from '../ui/fields/CheckField.tsx'
import { DateField } from '../ui/fields/DateField.tsx'
import { DecimalField } from '../ui/fields/DecimalField.tsx'
import { FieldRow } from '../ui/fields/FieldRow.tsx'
import { SelectField } from '../ui/fields/SelectField.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import { useNotices } from '../ui/Notices.tsx'
import { Card, Page, Toolbar } from '../ui/Page.tsx'
import { Pill } from '../ui/Pill.tsx'
import { ProgressDialog } from '../ui/ProgressDialog.tsx'
import { workDate } from './sample.ts'

const nothing = (): void => undefined

/** Buttons, fields in every state, dialogs and notices. */
export function PartsSheet() {
  const notices = useNotices()
  const [open, setOpen] = useState<'confirm' | 'progress' | null>(null)
  const [amount, setAmount] = useState<number | null>(123_450)
  const [date, setDate] = useState<CalendarDate | null>(workDate)
  const [checked, setChecked] = useState(true)
  useActions({ 'books.check': () => notices.say('The books are in balance.', { tone: 'ok' }) })
  return (
    <Page title="Parts" sub="Buttons, fields, dialogs">
      <Toolbar label="Buttons">
        <Button variant="primary" onPress={() => setOpen('confirm')} keyHint="F9">
          Void
        </Button>
        <Button onPress={() => setOpen('progress')}>Progress</Button>
        <Button
          onPress={() =>
            notices.say('Invoice INV-10612 is posted.', { tone: 'ok', action: { label: 'Open', run: nothing } })
          }
        >
          Notice
        </Button>
        <Button
          variant="danger"
          onPress={() => notices.say('The file is read-only: copy it elsewhere first.', { tone: 'bad' })}
        >
          Refusal
        </Button>
        <Button variant="quiet" onPress={nothing}>
          Quiet
        </Button>
        <Button isDisabled onPress={nothing} keyHint="Ctrl+P">
          Disabled
        </Button>
        <Pill tone="ok">paid</Pill>
        <Pill tone="warn">disputed</Pill>
        <Pill tone="bad">over limit</Pill>
        <Pill>open</Pill>
      </Toolbar>
      <Card title="Fields" padded>
        <FieldRow columns="repeat(4, 1fr)">
          <TextField label="Name" value="Northgate Foods Ltd" onChange={nothing} />
          <TextField
            label="Account code"
            value=""
            onChange={nothing}
            error="Give the customer a code of its own."
            required
          />
          <AmountField
            label="Credit limit"
            currency="USD"
            value={amount}
            onChange={setAmount}
            hint="Type a sum: 12*3+5"
          />
          <DateField label="Date" value={date} onChange={setDate} />
          <DecimalField label="Discount" suffix="%" value={2_000_000} onChange={nothing} />
          <SelectField label="Terms" value="a" onChange={nothing} options={[{ value: 'a', label: '2% 10, net 30' }]} />
          <TextField label="Number" value="INV-10612" onChange={nothing} isReadOnly />
          <TextField label="Tax number" value="" onChange={nothing} isDisabled placeholder="not needed" />
          <TextField label="Memo" lines={2} value="Left with reception" onChange={nothing} />
          <CheckField label="On hold" value={checked} onChange={setChecked} hint="No new invoices are posted." />
        </FieldRow>
      </Card>
      <FieldRow columns="repeat(4, 1fr)">
        <StatCard label="Receivables" hint="98 open invoices" onPress={nothing}>
          99,940.00
        </StatCard>
        <StatCard label="Overdue" hint="43,795.00 of it over 30 days">
          43,795.00
        </StatCard>
      </FieldRow>
      <Card>
        <FactLine
          facts={[
            { label: 'Balance', value: '12,060.45' },
            { label: 'Overdue', value: '5,475.50', tone: 'overdue' },
          ]}
        />
      </Card>
      <Banner>Proposed: the oldest item first.</Banner>
      <Banner tone="warn">This customer is over the credit limit by 1,200.00.</Banner>
      <Banner tone="bad" actions={<Button onPress={nothing}>Open the period</Button>}>
        The period up to 31 May is closed: choose a later date, or ask a supervisor to reopen it.
      </Banner>
      <ConfirmDialog
        title="Void INV-10612?"
        isOpen={open === 'confirm'}
        onClose={() => setOpen(null)}
        onConfirm={nothing}
        confirmLabel="Void the invoice"
        isDanger
      >
        A reversal of 7,905.90 dated 30 Jun 2025 is posted. What was applied to it is open again.
      </ConfirmDialog>
      <ProgressDialog
        title="Importing 2,466 rows"
        isWorking={open === 'progress'}
        progress={{ done: 1_644, total: 2_466, text: 'Posting invoices' }}
        onCancel={() => setOpen(null)}
      />
    </Page>
  )
}
