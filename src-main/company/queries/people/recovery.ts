import type { Recovery } from '../../../../src-shared/company/contract/people.ts'
import { isFileEncrypted } from '../../../db/cipher/recovery-phrase.ts'
import type { Readable } from '../../../db/connection.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

/** Which recovery phrases set a forgotten PIN anew. */
export const recoveryOf = (db: Readable): Recovery => ({
  version: db.value<number>('SELECT version FROM recovery_phrase WHERE id = 1') ?? 0,
  isOfFile: isFileEncrypted(db.file),
})

export const peopleRecovery: QueryHandler<'people.recovery'> = ({ db }) => recoveryOf(db)
