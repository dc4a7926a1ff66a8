import type { ReactNode } from 'react'
import { actionOf } from '../../../src-shared/keys-and-menu/actions.ts'
import type { ActionId } from '../../../src-shared/keys-and-menu/actions.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useRunAction } from '../../keyboard/use-action.ts'
import { classNames } from '../class-names.ts'
import { useFormat } from '../conventions.tsx'
import { KeyHint } from '../KeyHint.tsx'
import { Rail } from './Rail.tsx'
import type { RailItem } from './Rail.tsx'
import css from './AppShell.module.css'

export type StatusItem = { readonly text: string; readonly tone?: 'ok' | 'warn' | 'bad' }

export type AppShellProps = {
  /** Null while no company is open: no rail then, and nothing to find. */
  readonly company: { readonly name: string } | null
  readonly workDate: CalendarDate
  readonly rail: readonly RailItem[]
  /** The rail's entry for the screen shown. */
  readonly current: ActionId | null
  /** What the clerk should be able to see at any time: in balance, saved, backed up. */
  readonly status: readonly StatusItem[]
  /** Over the screen, whichever it is. */
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** The window: company and find box above, places on the left, the state of the books below. */
export function AppShell({ company, workDate, rail, current, status, above, children }: AppShellProps) {
  return (
    <div className={classNames(css.shell, company === null && css.closed)}>
      <TopBar company={company} workDate={workDate} />
      {company !== null && <Rail items={rail} current={current} />}
      <div className={css.screen}>
        {above}
        <div className={css.shown}>{children}</div>
      </div>
      <StatusBar items={status} />
    </div>
  )
}

function TopBar({ company, workDate }: Pick<AppShellProps, 'company' | 'workDate'>) {
  const run = useRunAction()
  const format = useFormat()
  return (
    <header className={css.top} data-print="hide">
      <b className={css.product}>Duebook</b>
      {company !== null && (
        <>
          <span className={css.company}>{company.name}</span>
          <button type="button" className={css.find} onClick={() => run('find.open')}>
            <span>Find a customer, invoice, check or amount</span>
            <KeyHint keys={actionOf('find.open').key ?? ''} />
          </button>
          <button type="button" className={css.workDate} onClick={() => run('workDate.set')}>
            Work date <b>{format.dateWithDay(workDate)}</b>
          </button>
        </>
      )}
    </header>
  )
}

function StatusBar({ items }: { readonly items: readonly StatusItem[] }) {
  const run = useRunAction()
  return (
    <footer className={css.status} data-print="hide">
      <div role="status" className={css.statusItems}>
        {items.map((item) => (
          <span key={item.text} className={item.tone === undefined ? undefined : css[item.tone]}>
            {item.text}
          </span>
        ))}
      </div>
      <button type="button" tabIndex={-1} onClick={() => run('keys.show')}>
        <KeyHint keys="?" /> all keys
      </button>
      <button type="button" tabIndex={-1} onClick={() => run('palette.open')}>
        <KeyHint keys="Ctrl+K" /> do anything
      </button>
    </footer>
  )
}
