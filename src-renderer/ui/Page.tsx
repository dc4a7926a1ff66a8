import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './layout.module.css'

export type PageProps = {
  readonly title: string
  /** One line under the title: what is shown, as of when. May hold fields. */
  readonly sub?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen: one subject, its title, its actions on the right. Children fill the height; a Card with `fill` takes the rest. */
export function Page({ title, sub, actions, children }: PageProps) {
  return (
    <main className={css.page}>
      <header className={css.pageHead}>
        <div className={css.pageTitle}>
          <h1 tabIndex={-1} data-page-heading="">
            {title}
          </h1>
          {sub !== undefined && <div className={css.sub}>{sub}</div>}
        </div>
        {actions !== undefined && (
          <div className={css.actions} data-print="hide">
            {actions}
          </div>
        )}
      </header>
      {children}
    </main>
  )
}

export type CardProps = {
  readonly children: ReactNode
  readonly title?: string
  readonly actions?: ReactNode
  /** Room around the children; grids go without. */
  readonly padded?: boolean
  /** Takes the height that is left. */
  readonly fill?: boolean
}

/** A sheet of paper on the desk. */
export function Card({ children, title, actions, padded = false, fill = false }: CardProps) {
  return (
    <section className={classNames(css.card, fill && css.fill)} aria-label={title}>
      {(title !== undefined || actions !== undefined) && (
        <header className={css.cardHead}>
          {title !== undefined && <h2>{title}</h2>}
          {actions !== undefined && <div className={css.actions}>{actions}</div>}
        </header>
      )}
      {padded ? <div className={css.padded}>{children}</div> : children}
    </section>
  )
}

/** Buttons and fields in a line. */
export function Toolbar({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <div className={css.toolbar} role="group" aria-label={label} data-print="hide">
      {children}
    </div>
  )
}
