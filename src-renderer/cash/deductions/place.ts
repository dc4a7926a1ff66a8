import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { DeductionsScreen } from './DeductionsScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    deductions: Plain
  }
}

export const deductionsPlace = definePlace({
  screen: 'deductions',
  action: 'deductions.list',
  under: 'receipt.new',
  component: DeductionsScreen,
})
