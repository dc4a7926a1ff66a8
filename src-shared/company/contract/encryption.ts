import { z } from 'zod'
import { output, shell } from '../../kit/operation.ts'
import type { OpenedCompany } from './company.ts'

/** A passphrase as it is typed; the shortest is a rule, so that it can be told in words. */
const passphrase = z.string().max(1000)
const recoveryPhrase = z.string().max(200)

/** A copy of an encrypted company that anybody can read. */
export interface ReadableCopy {
  readonly file: string
  readonly folder: string
  /** UTC instant, ISO 8601. */
  readonly madeAt: string
}

export interface EncryptionState {
  readonly isEncrypted: boolean
  /** Without it only the recovery phrase opens the company. */
  readonly hasKeyFile: boolean
  /** Backups and copies of before a restore or a migration that lie in clear. None while the company itself does. */
  readonly readable: readonly ReadableCopy[]
  /** Places of backups that cannot be reached now: what lies there is not known. */
  readonly unreached: readonly string[]
}

/** What became of the key files of backups. */
export interface PassphraseChanged {
  readonly backups: number
  /** Places that cannot be reached: their backups still open with the old passphrase. */
  readonly unreached: readonly string[]
}

const atWork = ['no_company_open', 'file_is_backup', 'file_corrupt', 'file_in_use', 'file_not_found'] as const
const disk = ['file_read_only', 'disk_full', 'disk_error', 'cancelled'] as const
const secret = ['passphrase_wrong', 'recovery_phrase_wrong', 'key_file_missing', 'not_encrypted'] as const

export const encryption = {
  /** Opens the encrypted file that was refused last, with its passphrase or its recovery phrase. */
  'company.unlock': shell(
    { passphrase: passphrase.optional(), recoveryPhrase: recoveryPhrase.optional() },
    {
      output: output<OpenedCompany>(),
      refusals: [...atWork, ...disk, ...secret, 'file_not_company', 'file_newer', 'migration_changed'],
    },
  ),
  'encryption.state': shell({}, { output: output<EncryptionState>(), refusals: ['no_company_open'] }),
  /** Encrypts the open company, which is closed and opened again. The recovery phrase is shown once. */
  'encryption.turnOn': shell(
    { passphrase },
    {
      role: 'owner',
      output: output<{ readonly company: OpenedCompany; readonly recoveryPhrase: string }>(),
      long: true,
      refusals: [...atWork, ...disk, 'encrypted_already', 'passphrase_weak', 'not_allowed'],
    },
  ),
  'encryption.turnOff': shell(
    { passphrase },
    {
      role: 'owner',
      output: output<{ readonly company: OpenedCompany }>(),
      long: true,
      refusals: [...atWork, ...disk, ...secret, 'not_allowed'],
    },
  ),
  /** With the passphrase until now, or, where it is forgotten, with the recovery phrase. */
  'encryption.changePassphrase': shell(
    { passphrase: passphrase.optional(), recoveryPhrase: recoveryPhrase.optional(), next: passphrase },
    {
      role: 'owner',
      output: output<PassphraseChanged>(),
      refusals: [...atWork, ...disk, ...secret, 'passphrase_weak'],
    },
  ),
  /** To be printed once more. */
  'encryption.recoveryPhrase': shell(
    { passphrase },
    { role: 'owner', output: output<{ readonly recoveryPhrase: string }>(), refusals: [...atWork, ...disk, ...secret] },
  ),
  /** Encrypts or deletes what lies in clear of the open company, which is encrypted. */
  'encryption.readable': shell(
    { do: z.enum(['encrypt', 'delete']) },
    {
      role: 'owner',
      output: output<EncryptionState>(),
      long: true,
      refusals: [...atWork, ...disk, 'not_encrypted', 'not_allowed'],
    },
  ),
}
