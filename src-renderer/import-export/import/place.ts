import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { ImportScreen } from './ImportScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    import: Plain
  }
}

export const importPlace = definePlace({
  screen: 'import',
  action: 'go.import',
  rail: { order: 80, startsGroup: true },
  component: ImportScreen,
})
