import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    backups: Plain
  }
}

export const backupsPlace = definePlace({
  screen: 'backups',
  action: 'go.backups',
  load: async () => (await import('./BackupsScreen.tsx')).BackupsScreen,
})
