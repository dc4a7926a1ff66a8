import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    check: Plain
  }
}

export const checkPlace = definePlace({
  screen: 'check',
  action: 'books.check',
  load: async () => (await import('./CheckScreen.tsx')).CheckScreen,
})
