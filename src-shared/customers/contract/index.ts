import { customers } from './customers.ts'
import { customerItems } from './openItems.ts'

/** Every operation of this module. */
export const customersContract = { ...customers, ...customerItems }
