import { useSyncExternalStore } from 'react'
import { defineNews } from '../../api/define-news.ts'
import { Button } from '../../ui/Button.tsx'
import { LateChargesBanner } from './LateChargesBanner.tsx'
import { forgetLateCharges, hearLateCharges, newLateCharges, onNewLateCharges } from './new-late-charges.ts'

/**
 * Finance charges that a command has made wrong: until what is too much is credited or the clerk puts it aside. Home,
 * Finance charges and the charge itself go on saying it.
 */
function LateNews() {
  const charges = useSyncExternalStore(onNewLateCharges, newLateCharges)
  if (charges.length === 0) return null
  return (
    <LateChargesBanner
      ids={[...new Set(charges.map(({ chargeId }) => chargeId))]}
      also={
        <Button variant="quiet" onPress={forgetLateCharges} keepsFocus>
          Not now
        </Button>
      }
    />
  )
}

export const lateNews = defineNews({ hear: hearLateCharges, forget: forgetLateCharges, banner: LateNews })
