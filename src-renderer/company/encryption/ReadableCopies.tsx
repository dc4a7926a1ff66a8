import { leaveRefused } from '../../api/refused-error.ts'
import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { useCommand } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { Card } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { whenText } from '../history/history-columns.ts'
import css from './encryption.module.css'

/** Backups from before the company was encrypted: anybody can read them, until they are encrypted or deleted. */
export function ReadableCopies({ state }: { readonly state: OutputOf<'encryption.state'> }) {
  const format = useFormat()
  const readable = useCommand('encryption.readable')
  const [isDeleting, setIsDeleting] = useState(false)
  const { unreached, readable: copies } = state
  const run = (what: 'encrypt' | 'delete') => void readable.run({ do: what }).catch(leaveRefused)
  return (
    <>
      {readable.error && <Banner tone="bad">{readable.error.message}</Banner>}
      {unreached.length > 0 && (
        <Banner tone="warn">
          {`What lies in ${unreached.join(' and ')} is not known: it cannot be reached now. Connect it and look here again.`}
        </Banner>
      )}
      {copies.length > 0 && (
        <Card title="Copies that anybody can read" padded>
          <ul className={css.copies}>
            {copies.map(({ file, folder, madeAt }) => (
              <li key={`${folder}/${file}`}>{`${file} in ${folder}, made ${whenText(madeAt, format)}`}</li>
            ))}
          </ul>
          <div className={css.buttons}>
            <Button variant="primary" onPress={() => run('encrypt')} isDisabled={readable.isPending}>
              Encrypt them
            </Button>
            <Button onPress={() => setIsDeleting(true)} isDisabled={readable.isPending}>
              Delete them
            </Button>
          </div>
        </Card>
      )}
      <ConfirmDialog
        title="Delete these copies?"
        isOpen={isDeleting}
        onClose={() => setIsDeleting(false)}
        onConfirm={() => run('delete')}
        confirmLabel="Delete them"
        isDanger
      >
        They are gone for good. Back up now first, so that there is a backup that is encrypted.
      </ConfirmDialog>
      <ProgressDialog
        title="Encrypting the copies"
        isWorking={readable.isPending}
        progress={readable.progress}
        onCancel={readable.cancel}
      />
    </>
  )
}
