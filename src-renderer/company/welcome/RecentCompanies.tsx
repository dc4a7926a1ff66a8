import { leaveRefused } from '../../api/refused-error.ts'
import { useEffect, useRef, useState } from 'react'
import type { RecentCompany } from '../../../src-shared/company/contract/company.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { Button } from '../../ui/Button.tsx'
import css from './welcome.module.css'

export type RecentCompaniesProps = {
  readonly onOpen: (token: string) => void
  readonly onBackups: (token: string) => void
}

/** Companies opened before on this machine, the latest first. */
export function RecentCompanies({ onOpen, onBackups }: RecentCompaniesProps) {
  const forget = useCommand('company.forget')
  const [recent, setRecent] = useState<readonly RecentCompany[]>([])
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    let current = true
    void api.company.recent({}).then((found) => {
      if (current) setRecent(found)
    })
    return () => {
      current = false
    }
  }, [])
  useEffect(() => {
    // Most days begin with the company of the day before: Enter opens it.
    if (document.activeElement === document.body || document.activeElement?.matches('[data-page-heading]') === true) {
      first.current?.focus()
    }
  }, [recent])
  return (
    <section aria-label="Opened before">
      <h2>Opened before</h2>
      {forget.error && <p className={css.hint}>{forget.error.message}</p>}
      {recent.length === 0 ? (
        <p className={css.hint}>Companies you open are listed here.</p>
      ) : (
        <ul className={css.recent}>
          {recent.map(({ token, name, file, folder, isEncrypted }, index) => (
            <li key={token}>
              <button ref={index === 0 ? first : null} type="button" className={css.open} onClick={() => onOpen(token)}>
                <b>{name}</b>
                <span>
                  {file} in {folder}
                  {isEncrypted && ' · encrypted'}
                </span>
              </button>
              <Button variant="quiet" onPress={() => onBackups(token)} label={`Backups of ${name}`}>
                Backups
              </Button>
              <Button
                variant="quiet"
                label={`Take ${name} off the list`}
                onPress={() =>
                  void forget
                    .run({ token })
                    .then(() => setRecent((listed) => listed.filter((each) => each.token !== token)))
                    .catch(leaveRefused)
                }
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
