import { SECRET_BYTES, writeRecoveryPhrase } from '../../../src-shared/company/rules/recovery-phrase.ts'
import type { Recovery } from '../../../src-shared/company/contract/people.ts'
import { leaveRefused } from '../../api/refused-error.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { showRecoveryPhrase } from '../../company/encryption/recovery-phrase-shown.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './setup.module.css'

const said = ({ version, isOfFile }: Recovery): string =>
  isOfFile
    ? 'The recovery phrase that opens the encrypted company also sets a forgotten PIN of an owner or a supervisor anew. Encryption prints it once more.'
    : version === 0
      ? 'A recovery phrase in the safe sets a forgotten PIN of an owner or a supervisor anew. Without one, nobody can where there is no other owner.'
      : 'A recovery phrase is printed. A new one takes its place: the sheet in the safe is worth nothing then.'

/** The sheet for the safe that helps when the only owner forgets the PIN. */
export function RecoveryCard() {
  const { data: recovery } = useLedgerQuery('people.recovery', {})
  const { data: profile } = useLedgerQuery('company.profile', {})
  const set = useCommand('people.setRecoveryPhrase')
  if (recovery === undefined || profile === undefined) return null
  const print = (): void => {
    const phrase = writeRecoveryPhrase(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))
    set
      .run({ replaces: recovery.version, recoveryPhrase: phrase })
      .then(() => showRecoveryPhrase({ company: profile.name, phrase, use: 'pin' }), leaveRefused)
  }
  return (
    <Card title="Recovery phrase" padded>
      {set.error !== null && <Banner tone="bad">{set.error.message}</Banner>}
      <p>{said(recovery)}</p>
      {!recovery.isOfFile && (
        <div className={css.buttons}>
          <Button onPress={print} isDisabled={set.isPending}>
            {recovery.version === 0 ? 'Print a recovery phrase' : 'Print a new one'}
          </Button>
        </div>
      )}
    </Card>
  )
}
