import { useMemo } from 'react'
import type { LimitedAct, RoleLimit } from '../../../src-shared/company/contract/policies.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { roleName } from '../../../src-shared/company/rules/role-name.ts'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { fieldsNamed, useSetupForm } from './use-setup-form.ts'

const actName = {
  write_off: 'Write-offs',
  refund: 'Refunds',
  credit: 'Credits without an invoice',
  late_discount: 'Discounts outside terms',
} as const satisfies Record<LimitedAct, string>
const keyOf = ({ role, act }: RoleLimit): string => `${role} ${act}`

type LimitEntry = {
  readonly limit: RoleLimit
  readonly most: number | null
  readonly isUnlimited: boolean
}

const limitEntry = (limit: RoleLimit): LimitEntry => ({ limit, most: limit.most, isUnlimited: limit.most === null })

/** What each role may do at once: the form follows the list, and Enter goes to it. */
export function LimitsSetup({ currency }: { readonly currency: string }) {
  const { data: limits } = useLedgerQuery('limits.list', {})
  const [first] = limits ?? []
  return limits === undefined || first === undefined ? null : (
    <LoadedLimits limits={limits} first={first} currency={currency} />
  )
}

type LoadedProps = { readonly limits: readonly RoleLimit[]; readonly first: RoleLimit; readonly currency: string }

function LoadedLimits({ limits, first, currency }: LoadedProps) {
  const format = useFormat()
  const set = useCommand('limits.set')
  const { say } = useNotices()
  const form = useSetupForm<LimitEntry>({
    keepAs: 'limits',
    start: limitEntry(first),
    check: ({ most, isUnlimited }) => (most === null && !isUnlimited ? { most: 'Enter an amount, 0 for none.' } : {}),
    fieldOf: fieldsNamed('most'),
    send: async ({ limit, most, isUnlimited }) => {
      const { role, act } = limit
      const entered = isUnlimited ? null : most
      const { version } = await set.run({ role, act, most: entered, version: versionOf(limits, limit) })
      say(`The limit of ${roleName[role].toLowerCase()}s for ${actName[act].toLowerCase()} is changed.`, { tone: 'ok' })
      form.replace(limitEntry({ ...limit, most: entered, version }))
    },
  })
  const { entry, change, errors } = form
  const columns = useMemo(
    (): readonly GridColumn<RoleLimit>[] => [
      { id: 'role', kind: 'choice', title: 'Role', width: 120, value: ({ role }) => roleName[role] },
      { id: 'act', kind: 'choice', title: 'What', width: 140, grow: 1, value: ({ act }) => actName[act] },
      {
        id: 'most',
        kind: 'amount',
        currency: () => currency,
        isBlank: ({ most }) => most === null,
        title: `At once, ${currency}`,
        width: 130,
        align: 'end',
        value: ({ most }) => most ?? Number.MAX_SAFE_INTEGER,
        text: ({ most }) => (most === null ? 'No limit' : format.amount(most, currency)),
      },
    ],
    [format, currency],
  )
  return (
    <SetupList
      record={{ kind: 'limits', id: 1 }}
      label="Limits"
      layoutId="limits"
      rows={limits}
      columns={columns}
      rowKey={keyOf}
      // The form follows the list, so that what is typed next is of the row the clerk is on.
      onSelect={(row) => {
        if (!form.isChanged) form.show(limitEntry(row))
      }}
      onOpen={(row) => form.replace(limitEntry(row))}
    >
      <SetupFormCard
        title={`${actName[entry.limit.act]} by a ${roleName[entry.limit.role].toLowerCase()}`}
        form={form}
        saveLabel="Save limit"
      >
        <AmountField
          label="At most at once"
          name="most"
          value={entry.most}
          onChange={(most) => change({ most })}
          error={errors['most']}
          currency={currency}
          isDisabled={entry.isUnlimited}
          quick
        />
        <CheckField label="No limit" value={entry.isUnlimited} onChange={(isUnlimited) => change({ isUnlimited })} />
      </SetupFormCard>
    </SetupList>
  )
}

const versionOf = (limits: readonly RoleLimit[], limit: RoleLimit): number =>
  limits.find((each) => keyOf(each) === keyOf(limit))?.version ?? limit.version
