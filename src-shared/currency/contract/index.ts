import { revaluation } from './revaluation.ts'

/** Every operation of this module. */
export const currencyContract = { ...revaluation }
