import { customers } from './customers.ts'
import { customerItems } from './open-items.ts'

/** Every operation of this module. */
export const customersContract = { ...customers, ...customerItems }
