import { financeCharges } from './financeCharges.ts'

/** Every operation of this module. */
export const chargesContract = { ...financeCharges }
