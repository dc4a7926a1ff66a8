import { financeCharges } from './finance-charges.ts'

/** Every operation of this module. */
export const financeChargesContract = { ...financeCharges }
