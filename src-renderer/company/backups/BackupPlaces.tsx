import { leaveRefused } from '../../api/refused-error.ts'
import type { ReactNode } from 'react'
import type { BackupPlace, WhichPlace } from '../../../src-shared/company/contract/backups.ts'
import { useCommand } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { momentText } from './backup-words.ts'
import { useBackupState } from './use-backups.ts'
import css from './backups.module.css'

/** Where the company lies and where its backups go: each path, when it was last used, and what can be done with it. */
export function BackupPlaces({ hasCompany = true }: { readonly hasCompany?: boolean }) {
  const { data: state } = useBackupState()
  const choose = useCommand('backups.choosePlace')
  const forget = useCommand('backups.forgetPlace')
  const open = useCommand('backups.openFolder')
  const copy = useCommand('company.copyPath')
  const move = useCommand('company.move')
  if (state === undefined) return null
  const refused = [choose, forget, open, copy, move].map(({ error }) => error).find((error) => error !== null)
  const second = state.places.find(({ which }) => which === 'second')
  const asked = (which: WhichPlace) => void choose.run({ which }).catch(leaveRefused)
  return (
    <>
      {refused && <Banner tone="bad">{refused.message}</Banner>}
      <ul className={css.places}>
        {hasCompany && (
          <li>
            <span className={css.label}>Company</span>
            <span className={css.path}>{state.company}</span>
            <Button onPress={() => void copy.run({}).catch(leaveRefused)}>Copy the path</Button>
            <Button onPress={() => void move.run({}).catch(leaveRefused)}>Move it</Button>
          </li>
        )}
        {state.places.map((place) => (
          <PlaceLine key={place.which} place={place}>
            <Button onPress={() => asked(place.which)} label={`Choose the ${place.which} place`}>
              Choose
            </Button>
            <Button
              onPress={() => void open.run({ which: place.which }).catch(leaveRefused)}
              label={`Open the folder of the ${place.which} place`}
              isDisabled={!place.isThere || (place.isDefault && place.lastAt === null)}
            >
              Open the folder
            </Button>
            {!place.isDefault && (
              <Button
                variant="quiet"
                onPress={() => void forget.run({ which: place.which }).catch(leaveRefused)}
                label={`Forget the ${place.which} place`}
              >
                Forget
              </Button>
            )}
          </PlaceLine>
        ))}
        {second === undefined && (
          <li>
            <span className={css.label}>Second place</span>
            <span className={css.path}>None. Best on another disk: a stick or a network share.</span>
            <Button onPress={() => asked('second')} label="Choose the second place">
              Choose
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}

type PlaceLineProps = { readonly place: BackupPlace; readonly children: ReactNode }

function PlaceLine({ place, children }: PlaceLineProps) {
  return (
    <li>
      <span className={css.label}>{place.which === 'first' ? 'Backups go to' : 'Second place'}</span>
      <span className={css.path}>{place.folder}</span>
      {place.isDefault && <Pill tone="warn">On this computer only</Pill>}
      {!place.isThere && <Pill tone="bad">Not connected</Pill>}
      {place.isThere && place.lastAt !== null && <Pill tone="ok">{`Last ${momentText(place.lastAt)}`}</Pill>}
      {children}
    </li>
  )
}
