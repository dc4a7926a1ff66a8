import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { keyFileOf } from '../../src-main/company-file/encryption/sealed-key.ts'
import { decryptCompany, encryptCompany } from '../../src-main/company-file/encryption/turn.ts'
import { unlock } from '../../src-main/company-file/encryption/unlock.ts'
import { assertLongEnough } from '../../src-main/shell/operations/encryption.ts'
import { holdKeys } from '../../src-main/db/cipher/file-keys.ts'
import { profile, temporaryFolder } from '../fixtures/company.ts'
import { heldKey, hold } from '../fixtures/encrypted-company.ts'
import type { RefusalCases } from './refusal-case.ts'

const encrypted = async (isHeld = false): Promise<string> => {
  const path = join(temporaryFolder(), 'Sealed.duebook')
  const newKey = await heldKey()
  createCompanyFile(path, { profile, baseCurrency: 'USD', newKey })
  if (isHeld) hold(newKey)
  else holdKeys([])
  return path
}

export const encryption = {
  passphrase_needed: {
    says: 'Sealed.duebook is encrypted. Enter its passphrase, or its recovery phrase.',
    make: async () => openForWriting(await encrypted()),
  },
  passphrase_wrong: {
    says: 'That is not the passphrase of Sealed.duebook. Enter it again, or use the recovery phrase that was printed.',
    make: async () => unlock(await encrypted(), { passphrase: 'five quiet herons' }),
  },
  recovery_phrase_wrong: {
    says: 'That recovery phrase does not open Sealed.duebook. Compare it with the printed one, group by group. Where it is the same, the file is damaged: restore a backup.',
    make: async () => unlock(await encrypted(), { recoveryPhrase: '0000-0000' }),
  },
  key_file_missing: {
    says: 'The key file Sealed.duebook-key is not beside Sealed.duebook, so that no passphrase can open it. Put it back, or enter the recovery phrase.',
    make: async () => {
      const path = await encrypted()
      rmSync(keyFileOf(path))
      return unlock(path, { passphrase: 'four quiet herons' })
    },
  },
  encrypted_already: {
    says: 'Sealed.duebook is encrypted already.',
    make: async () => encryptCompany(await encrypted(true), await heldKey()),
  },
  not_encrypted: {
    says: 'Test.duebook is not encrypted.',
    make: ({ path }) => decryptCompany(path),
  },
  passphrase_weak: {
    says: 'Enter a passphrase of at least 12 characters, such as four or five words that nobody would guess.',
    make: () => assertLongEnough('duebook', 'passphrase'),
  },
} as const satisfies RefusalCases
