import { useEffect, useState } from 'react'
import { readRecoveryPhrase } from '../../../src-shared/company/rules/recovery-phrase.ts'
import { onPassphraseNeeded } from '../../api/events.ts'
import { RefusedError } from '../../api/refused-error.ts'
import { useCommand } from '../../api/queries.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { SegmentField } from '../../ui/fields/SegmentField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { phraseProblem } from './phrase-problem.ts'

/** Asked for by whatever opens an encrypted company: from the list, the dialog, a double click or the backups. */
export function Unlocking() {
  const [file, setFile] = useState<string | null>(null)
  useEffect(() => onPassphraseNeeded(setFile), [])
  return file === null ? null : <UnlockDialog key={file} file={file} onClose={() => setFile(null)} />
}

const ways = [
  { value: 'passphrase', label: 'Passphrase' },
  { value: 'recoveryPhrase', label: 'Recovery phrase' },
] as const
type Way = (typeof ways)[number]['value']

/** What opens an encrypted company: its passphrase, or the printed recovery phrase. */
function UnlockDialog({ file, onClose }: { readonly file: string; readonly onClose: () => void }) {
  const unlock = useCommand('company.unlock')
  const [way, setWay] = useState<Way>('passphrase')
  const [text, setText] = useState('')
  const refused = unlock.error
  const isOfField = refused !== null && refused.path === way
  const problem = way === 'recoveryPhrase' ? phraseProblem(readRecoveryPhrase(text)) : null
  const submit = async (): Promise<void> => {
    try {
      await unlock.run(way === 'passphrase' ? { passphrase: text } : { recoveryPhrase: text })
      onClose()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      if (way === 'passphrase') setText('')
    }
  }
  return (
    <FormDialog
      title={`Open ${file}`}
      lead="This company is encrypted. If it never was, its first page is damaged: restore the newest good backup."
      submitLabel={unlock.isPending ? 'Opening' : 'Open'}
      canSubmit={text !== '' && problem === null && !unlock.isPending}
      onSubmit={() => void submit()}
      onClose={onClose}
      width={560}
    >
      {refused !== null && !isOfField && <Banner tone="bad">{refused.message}</Banner>}
      {way === 'passphrase' ? (
        <TextField
          key={way}
          label="Passphrase"
          type="password"
          value={text}
          onChange={setText}
          error={isOfField ? refused.message : undefined}
          maxLength={1000}
          autoFocus
        />
      ) : (
        <TextField
          key={way}
          label="Recovery phrase"
          value={text}
          onChange={setText}
          error={isOfField ? refused.message : undefined}
          hint={text === '' ? 'Nine groups of four, as they are printed.' : (problem ?? 'It is complete.')}
          maxLength={200}
          autoFocus
        />
      )}
      <SegmentField
        label="Open it with"
        value={way}
        options={ways}
        onChange={(next) => {
          setWay(next)
          setText('')
          unlock.reset()
        }}
      />
    </FormDialog>
  )
}
