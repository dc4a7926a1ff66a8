import { useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { OutdatedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import { newLateCharges, onNewLateCharges } from './new-late-charges.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { lateChargesText } from './late-charge-text.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { CreditChargesDialog, creditLabel } from './CreditChargesDialog.tsx'

export type LateChargesBannerProps = {
  /** Which finance charges; null looks at all, and then only at what can be credited. */
  readonly ids: readonly number[] | null
  /** What the window says already, and the key is for; what is shown here then has a button only. */
  readonly except?: ReadonlySet<number>
  /** Beside the button that credits. */
  readonly also?: ReactNode
}

const NONE: readonly OutdatedCharge[] = []
const NO_IDS: ReadonlySet<number> = new Set()

/** Says which finance charges would come to another figure by now, and credits what they charge too much with one key. */
export function LateChargesBanner({ ids, except = NO_IDS, also }: LateChargesBannerProps) {
  const format = useFormat()
  const [crediting, setCrediting] = useState<readonly OutdatedCharge[] | null>(null)
  const isAsked = ids === null || ids.length > 0
  const { data } = useLedgerQuery(
    'financeCharges.outdated',
    { ids: ids === null ? null : [...ids] },
    { enabled: isAsked, keepPrevious: false },
  )
  const outdated = ((isAsked ? data : undefined) ?? NONE).filter(({ id }) => !except.has(id))
  const creditable = outdated.filter(({ credit }) => credit > 0)
  const shown = ids === null ? creditable : outdated
  const hasKey = except.size === 0
  useAction('financeCharges.credit', () => setCrediting(creditable), { enabled: hasKey && creditable.length > 0 })
  const label = creditLabel(creditable, format.amount)
  return (
    <>
      {shown.length > 0 && (
        <Banner
          tone="warn"
          actions={
            <>
              {creditable.length > 0 &&
                (hasKey ? (
                  <ActionButton action="financeCharges.credit" label={label} />
                ) : (
                  <Button onPress={() => setCrediting(creditable)}>{label}</Button>
                ))}
              {also}
            </>
          }
        >
          {lateChargesText(
            shown.flatMap(({ items }) => items),
            format,
          )}
        </Banner>
      )}
      {crediting !== null && <CreditChargesDialog charges={crediting} onClose={() => setCrediting(null)} />}
    </>
  )
}

/** The same on a screen that is about finance charges, of those that the window does not say already. */
export function LateChargesOnScreen({ ids }: Pick<LateChargesBannerProps, 'ids'>) {
  const shown = useSyncExternalStore(onNewLateCharges, newLateCharges)
  return <LateChargesBanner ids={ids} except={new Set(shown.map(({ chargeId }) => chargeId))} />
}
