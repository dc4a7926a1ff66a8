import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { InvoiceRegisterScreen } from './InvoiceRegisterScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    invoiceRegister: Plain
  }
}

export const invoiceRegisterPlace = definePlace({
  screen: 'invoiceRegister',
  action: 'go.invoiceRegister',
  under: 'go.aging',
  component: InvoiceRegisterScreen,
})
