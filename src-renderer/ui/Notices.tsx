import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classNames } from './class-names.ts'
import css from './Notices.module.css'

export type NoticeTone = 'info' | 'ok' | 'warn' | 'bad'

export type NoticeOptions = {
  readonly tone?: NoticeTone
  /** One thing to do about it. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

type Notice = NoticeOptions & { readonly key: number; readonly text: string }

export type Notices = { readonly say: (text: string, options?: NoticeOptions) => void }

const NoticesContext = createContext<Notices | null>(null)

/** Says short things that are not about one field: posted, saved, not possible now. */
export function useNotices(): Notices {
  const notices = use(NoticesContext)
  if (notices === null) throw new Error('Notices need a <NoticeProvider> around the window.')
  return notices
}

const SHOWN_MS = 6000
const SHOWN_AT_ONCE_MAX = 3

/** Holds the notices at the foot of the rail, where they cover nothing. Bad ones stay until they are closed; none takes the focus. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const nextKey = useRef(0)

  const say = useCallback((text: string, options: NoticeOptions = {}) => {
    nextKey.current += 1
    const notice = { ...options, key: nextKey.current, text }
    // What stays until it is closed is said once, however often it happens.
    setNotices((shown) => [...shown.filter((one) => !isSameLasting(one, notice)), notice].slice(-SHOWN_AT_ONCE_MAX))
  }, [])

  const close = useCallback((key: number) => {
    setNotices((shown) => shown.filter((notice) => notice.key !== key))
  }, [])

  const value = useMemo(() => ({ say }), [say])
  return (
    <NoticesContext value={value}>
      {children}
      <div className={css.region} role="region" aria-label="Notices" data-print="hide">
        <div role="status" aria-live="polite">
          {notices.map((notice) => (
            <NoticeCard key={notice.key} notice={notice} onClose={close} />
          ))}
        </div>
      </div>
    </NoticesContext>
  )
}

const isSameLasting = (one: Notice, other: Notice): boolean =>
  one.tone === 'bad' && other.tone === 'bad' && one.text === other.text

type NoticeCardProps = { readonly notice: Notice; readonly onClose: (key: number) => void }

function NoticeCard({ notice, onClose }: NoticeCardProps) {
  const { key, text, tone = 'info', action } = notice

  useEffect(() => {
    if (tone === 'bad') return
    const timer = setTimeout(() => onClose(key), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [key, tone, onClose])

  return (
    <div className={classNames(css.notice, css[tone])}>
      <p className={css.text}>{text}</p>
      {action !== undefined && (
        <Button
          variant="quiet"
          onPress={() => {
            onClose(key)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <span className={css.close}>
        <Button variant="quiet" label="Close the notice" keepsFocus onPress={() => onClose(key)}>
          ×
        </Button>
      </span>
    </div>
  )
}
