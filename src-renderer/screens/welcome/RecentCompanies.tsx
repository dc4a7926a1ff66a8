import { useEffect, useState } from 'react'
import type { RecentCompany } from '../../../src-shared/contract/company.ts'
import { api } from '../../api/client.ts'
import css from './welcome.module.css'

/** Companies opened before on this machine, the latest first. */
export function RecentCompanies({ onOpen }: { readonly onOpen: (token: string) => void }) {
  const [recent, setRecent] = useState<readonly RecentCompany[]>([])
  useEffect(() => {
    let current = true
    void api.company.recent({}).then((found) => {
      if (current) setRecent(found)
    })
    return () => {
      current = false
    }
  }, [])
  return (
    <section aria-label="Opened before">
      <h2>Opened before</h2>
      {recent.length === 0 ? (
        <p className={css.hint}>Companies you open are listed here.</p>
      ) : (
        <ul className={css.recent}>
          {recent.map(({ token, name, file }) => (
            <li key={token}>
              <button type="button" onClick={() => onOpen(token)}>
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
