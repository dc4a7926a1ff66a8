import { aging } from './aging.ts'
import { ledger } from './ledger.ts'
import { registers } from './registers.ts'
import { statements } from './statements.ts'

/** Every operation of this module. */
export const reportsContract = { ...aging, ...ledger, ...registers, ...statements }
