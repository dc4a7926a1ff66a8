import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './figures.module.css'

export type PillTone = 'ok' | 'warn' | 'bad' | 'quiet'

/** A state in a word or two: paid, disputed, level 2. The word carries the meaning, the colour helps. */
export function Pill({ tone = 'quiet', children }: { readonly tone?: PillTone; readonly children: ReactNode }) {
  return <span className={classNames(css.pill, css[tone])}>{children}</span>
}
