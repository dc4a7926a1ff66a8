import { v5 as uuidV5 } from 'uuid'

/**
 * The uid of what the program itself adds to a company: the same in every copy of it, so that copies which are upgraded
 * apart stay equal.
 * @param what its table and its code in it, such as "account:4800"
 */
export const derivedUid = (companyUid: string, what: string): string => uuidV5(what, companyUid)
