import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './Banner.module.css'

export type BannerProps = {
  readonly tone?: 'info' | 'ok' | 'warn' | 'bad'
  readonly children: ReactNode
  /** Keys or buttons at its end. */
  readonly actions?: ReactNode
}

/** Something said in place: why a proposal was made, why a posting was refused and what to do next. */
export function Banner({ tone = 'info', children, actions }: BannerProps) {
  return (
    <div className={classNames(css.banner, css[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className={css.text}>{children}</div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  )
}
