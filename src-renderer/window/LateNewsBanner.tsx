import { useEffect, useSyncExternalStore } from 'react'
import { onCompanyChange } from '../api/events.ts'
import { forgetLateCharges, lateChargesSaid, onLateChargesSaid } from '../api/late-news.ts'
import { LateChargesBanner } from '../entry/LateChargesBanner.tsx'
import { Button } from '../ui/Button.tsx'
import css from './lateNews.module.css'

/**
 * Late news, on whichever screen it was posted: over the screen that comes next, until what is too much is credited or the
 * clerk puts it aside. Home, Finance charges and the charge itself go on saying it.
 */
export function LateNewsBanner() {
  const said = useSyncExternalStore(onLateChargesSaid, lateChargesSaid)
  useEffect(() => onCompanyChange(forgetLateCharges), [])
  if (said.length === 0) return null
  const ids = [...new Set(said.map(({ chargeId }) => chargeId))]
  return (
    <div className={css.over} data-print="hide">
      <LateChargesBanner
        ids={ids}
        also={
          <Button variant="quiet" onPress={forgetLateCharges} keepsFocus>
            Not now
          </Button>
        }
      />
    </div>
  )
}
