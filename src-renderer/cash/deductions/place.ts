import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    deductions: Plain
  }
}

export const deductionsPlace = definePlace({
  screen: 'deductions',
  action: 'deductions.list',
  under: 'receipt.new',
  load: async () => (await import('./DeductionsScreen.tsx')).DeductionsScreen,
})
