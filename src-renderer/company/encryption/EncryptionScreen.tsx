import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import type { RefusedError } from '../../api/refused-error.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { ChangePassphrase, PrintPhrase, TurnOff, TurnOn } from './EncryptionForms.tsx'
import { ReadableCopies } from './ReadableCopies.tsx'
import { RecoveryPhrase } from './RecoveryPhrase.tsx'
import css from './encryption.module.css'

/** Whether the company's file can be read by whoever has it, and what opens it. */
export function EncryptionScreen() {
  const [phrase, setPhrase] = useState<string | null>(null)
  const { data: state, error } = useQuery<OutputOf<'encryption.state'>, RefusedError>({
    queryKey: ['encryption.state'],
    queryFn: () => api.encryption.state({}),
  })
  const { data: profile } = useLedgerQuery('company.profile', {})
  const company = profile?.name ?? ''
  if (phrase !== null)
    return <RecoveryPhrase company={company} phrase={phrase} use="open" onDone={() => setPhrase(null)} />
  return (
    <Page
      title="Encryption"
      sub={
        state &&
        (state.isEncrypted ? (
          <Pill tone="ok">The company is encrypted</Pill>
        ) : (
          <Pill tone="warn">Whoever has the file can read it</Pill>
        ))
      }
    >
      {error !== null && <Banner tone="bad">{error.message}</Banner>}
      {state?.isEncrypted === false && (
        <Card title="Turn encryption on" padded>
          <TurnOn company={company} />
        </Card>
      )}
      {state?.isEncrypted === true && (
        <>
          {!state.hasKeyFile && (
            <Banner tone="bad">
              The key file beside the company is missing: only the recovery phrase opens it. Set a new passphrase below,
              with the recovery phrase, and there is one again.
            </Banner>
          )}
          <ReadableCopies state={state} />
          <div className={css.columns}>
            <Card title="Recovery phrase" padded>
              <PrintPhrase onShow={setPhrase} />
            </Card>
            <Card title="Change the passphrase" padded>
              <ChangePassphrase />
            </Card>
            <Card title="Turn encryption off" padded>
              <TurnOff />
            </Card>
          </div>
        </>
      )}
    </Page>
  )
}
