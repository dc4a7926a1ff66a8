import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    invoiceRegister: Plain
  }
}

export const invoiceRegisterPlace = definePlace({
  screen: 'invoiceRegister',
  action: 'go.invoiceRegister',
  under: 'go.aging',
  load: async () => (await import('./InvoiceRegisterScreen.tsx')).InvoiceRegisterScreen,
})
