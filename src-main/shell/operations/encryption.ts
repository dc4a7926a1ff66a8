import type { EncryptionState, PassphraseChanged } from '../../../src-shared/company/contract/encryption.ts'
import { isPassphraseLongEnough, PASSPHRASE_LEAST } from '../../../src-shared/company/rules/passphrase.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { ShellContext, ShellControl, ShellHandler } from '../context.ts'

const making = (control: ShellControl) => ({ onProgress: control.progress, onStarted: control.onCancel })

/** Throws Refusal `passphrase_weak`. */
export const assertLongEnough = (passphrase: string, field: string): void => {
  if (!isPassphraseLongEnough(passphrase)) throw new Refusal('passphrase_weak', { least: PASSPHRASE_LEAST }, field)
}

interface Given {
  readonly passphrase?: string | undefined
  readonly recoveryPhrase?: string | undefined
}

const secretIn = ({ passphrase = '', recoveryPhrase }: Given) =>
  recoveryPhrase === undefined ? { passphrase } : { recoveryPhrase }

export const unlockCompany: ShellHandler<'company.unlock'> = async ({ host, life }, given) => {
  const file = life.locked
  await host.unlock(file, secretIn(given))
  return life.open(file)
}

const openCompany = (context: ShellContext) => {
  const { onlyReads } = context.life.threads()
  if (onlyReads !== null) throw onlyReads
  const { companyUid, path } = context.life.known()
  return { companyUid, path, places: context.places.of(companyUid) }
}

export const encryptionState: ShellHandler<'encryption.state'> = async ({ host, life, places }) => {
  const { companyUid, path } = life.known()
  return host.backups<EncryptionState>({ do: 'encryptionState', companyUid, path, places: places.of(companyUid) })
}

export const turnEncryptionOn: ShellHandler<'encryption.turnOn'> = async (context, { passphrase }, control) => {
  const { path } = openCompany(context)
  assertLongEnough(passphrase, 'passphrase')
  if (context.host.isEncrypted(path)) throw new Refusal('encrypted_already', { file: context.life.fileName })
  let recovery = ''
  const company = await context.life.around(path, async () => {
    recovery = await context.host.encrypt(path, passphrase, making(control))
    return path
  })
  return { company, recoveryPhrase: recovery }
}

export const turnEncryptionOff: ShellHandler<'encryption.turnOff'> = async (context, { passphrase }, control) => {
  const { path } = openCompany(context)
  await provenBy(context, { passphrase })
  const company = await context.life.around(path, async () => {
    await context.host.backups({ do: 'decrypt', path }, making(control))
    return path
  })
  return { company }
}

/** The secret of the open company; whoever asks for it has to know what opens it, also while it is open. */
const provenBy = async (context: ShellContext, given: Given): Promise<Uint8Array> => {
  const { path } = context.life.known()
  if (!context.host.isEncrypted(path)) throw new Refusal('not_encrypted', { file: context.life.fileName })
  return context.host.secretOf(path, secretIn(given))
}

export const changePassphrase: ShellHandler<'encryption.changePassphrase'> = async (context, { next, ...given }) => {
  const company = openCompany(context)
  assertLongEnough(next, 'next')
  const sealedKey = await context.host.seal(await provenBy(context, given), next)
  return context.host.backups<PassphraseChanged>({ do: 'sealAnew', ...company, sealedKey })
}

export const recoveryPhrase: ShellHandler<'encryption.recoveryPhrase'> = async (context, { passphrase }) => ({
  recoveryPhrase: context.host.recoveryPhraseOf(await provenBy(context, { passphrase })),
})

export const readableCopies: ShellHandler<'encryption.readable'> = async (context, input, control) => {
  const company = openCompany(context)
  if (!context.host.isEncrypted(company.path)) throw new Refusal('not_encrypted', { file: context.life.fileName })
  const job = input.do === 'encrypt' ? 'encryptReadable' : 'deleteReadable'
  await context.host.backups({ do: job, ...company }, making(control))
  return context.host.backups<EncryptionState>({ do: 'encryptionState', ...company })
}
