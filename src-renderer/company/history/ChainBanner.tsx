import type { ChainVerdict } from '../../../src-shared/company/contract/history.ts'
import { Banner } from '../../ui/Banner.tsx'
import css from './history.module.css'

/** Whether the log is as it was written, with the hash that stands for all of it: noted down, it proves the log later. */
export function ChainBanner({ verdict }: { readonly verdict: ChainVerdict }) {
  const { commands, intact, brokenAt, head } = verdict
  if (!intact) {
    return (
      <Banner tone="bad">
        Entry {brokenAt} is not as it was written. Post nothing more, and restore the newest good backup.
      </Banner>
    )
  }
  return (
    <Banner tone="ok">
      <span className={css.head}>
        All {commands.toLocaleString('en-US')} entries are as they were written. Head of the log: {head}
      </span>
    </Banner>
  )
}
