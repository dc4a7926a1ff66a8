import { useEffect, useRef, useState } from 'react'
import type { RecentCompany } from '../../../src-shared/company/contract/company.ts'
import { api } from '../../api/client.ts'
import css from './welcome.module.css'

/** Companies opened before on this machine, the latest first. */
export function RecentCompanies({ onOpen }: { readonly onOpen: (token: string) => void }) {
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
      {recent.length === 0 ? (
        <p className={css.hint}>Companies you open are listed here.</p>
      ) : (
        <ul className={css.recent}>
          {recent.map(({ token, name, file }, index) => (
            <li key={token}>
              <button ref={index === 0 ? first : null} type="button" onClick={() => onOpen(token)}>
                <b>{name}</b>
                <span>{file}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
