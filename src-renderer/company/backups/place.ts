import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { BackupsScreen } from './BackupsScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    backups: Plain
  }
}

export const backupsPlace = definePlace({
  screen: 'backups',
  action: 'go.backups',
  component: BackupsScreen,
})
