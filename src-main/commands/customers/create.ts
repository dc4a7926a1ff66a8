import type { CommandHandler } from '../handler.ts'
import { checkDetails, checkPayingParent, insertCustomer } from './details.ts'

export const createCustomer: CommandHandler<'customers.create'> = ({ tx, newUid }, details) => {
  checkDetails(tx, details, null)
  checkPayingParent(tx, details, null)
  const uid = newUid()
  return { id: insertCustomer(tx, uid, details), uid, version: 1 }
}
