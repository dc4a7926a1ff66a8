import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import { scheduleUnits } from '../../../src-shared/billing/rules/schedule.ts'
import { discountIn } from '../entry/discount.ts'
import { lineOf } from '../entry/draft.ts'
import { newLine } from '../entry/line.ts'
import { bodyOf, currencyIn, dateIn, flagIn, listIn, optionIn, textIn, wholeIn } from '../../entry/draft-body.ts'
import type { DraftBody } from '../../entry/draft-body.ts'
import type { RecurringEntry, ScheduleEntry } from '../schedule/entry.ts'

/** The entry as it was left; `commandUid` stands in where the draft has none. */
export function recurringOfDraft({ uid, body: saved }: Draft, commandUid: string): RecurringEntry {
  const body = bodyOf(saved)
  const lines = listIn(body, 'lines').map(lineOf)
  return {
    commandUid: textIn(body, 'commandUid') || commandUid,
    draftUid: uid,
    existing: existingIn(bodyOf(body['existing'])),
    name: textIn(body, 'name'),
    customer: optionIn(body, 'customer'),
    currency: currencyIn(body),
    schedule: scheduleIn(bodyOf(body['schedule'])),
    termsId: wholeIn(body, 'termsId'),
    reference: textIn(body, 'reference'),
    memo: textIn(body, 'memo'),
    pricesIncludeTax: flagIn(body, 'pricesIncludeTax'),
    documentDiscount: discountIn(body, 'documentDiscount'),
    toleranceMost: wholeIn(body, 'toleranceMost'),
    lines: lines.length === 0 ? [newLine()] : lines,
  }
}

const existingIn = (body: DraftBody): RecurringEntry['existing'] => {
  const [id, version] = [wholeIn(body, 'id'), wholeIn(body, 'version')]
  return id === null || version === null ? null : { id, version }
}

const scheduleIn = (body: DraftBody): ScheduleEntry => ({
  every: textIn(body, 'every'),
  unit: scheduleUnits.find((unit) => unit === body['unit']) ?? 'month',
  firstDate: dateIn(body, 'firstDate'),
  dayOfMonth: wholeIn(body, 'dayOfMonth'),
  endKind: (['on', 'after'] as const).find((kind) => kind === body['endKind']) ?? 'never',
  endDate: dateIn(body, 'endDate'),
  times: textIn(body, 'times'),
})
