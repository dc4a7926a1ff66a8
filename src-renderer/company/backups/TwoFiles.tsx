import { useState } from 'react'
import type { Twin } from '../../../src-shared/company/contract/copy.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { twinText } from './backup-words.ts'

/** Over every screen of a company of which another file was worked in too, until it is read. */
export function TwoFiles({ file, twin }: { readonly file: string; readonly twin: Twin }) {
  const [isRead, setRead] = useState(false)
  if (isRead) return null
  return (
    <Banner
      tone="warn"
      actions={
        <>
          <ActionButton action="company.open" label="Open the other" />
          <ActionButton action="go.backups" label="Backups" />
          <Button onPress={() => setRead(true)}>Go on here</Button>
        </>
      }
    >
      {twinText(file, twin)}
    </Banner>
  )
}
