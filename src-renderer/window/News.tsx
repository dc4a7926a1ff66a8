import { createElement, useEffect } from 'react'
import type { ContributedNews } from '../api/define-news.ts'
import { onDone } from '../api/done.ts'
import { onCompanyChange } from '../api/events.ts'
import css from './news.module.css'

/** What modules have to say of what was done, over the screen. */
export function News({ news }: { readonly news: readonly ContributedNews[] }) {
  useEffect(() => {
    const stops = news.flatMap(({ hear, forget }) => [onDone(hear), onCompanyChange(forget)])
    return () => {
      for (const stop of stops) stop()
    }
  }, [news])
  return (
    <div className={css.over} data-print="hide">
      {news.map(({ banner }, index) => createElement(banner, { key: index }))}
    </div>
  )
}
