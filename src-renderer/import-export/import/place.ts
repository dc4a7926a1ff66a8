import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    import: Plain
  }
}

export const importPlace = definePlace({
  screen: 'import',
  action: 'go.import',
  rail: { order: 80, startsGroup: true },
  load: async () => (await import('./ImportScreen.tsx')).ImportScreen,
})
