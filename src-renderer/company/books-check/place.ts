import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { CheckScreen } from './CheckScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    check: Plain
  }
}

export const checkPlace = definePlace({
  screen: 'check',
  action: 'books.check',
  component: CheckScreen,
})
