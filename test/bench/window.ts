import type { Page } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../e2e/launch-electron.ts'
import type { Book } from './book.ts'
import { median } from './measure.ts'

/** Each screen by the key that leads to it, and what is there once its rows are. */
const SCREENS = [
  { name: 'Home', key: 'Control+h', shows: 'main h1' },
  { name: 'Customers', key: 'Control+j', shows: 'main [role="gridcell"]' },
  { name: 'Documents', key: 'Control+d', shows: 'main [role="gridcell"]' },
  { name: 'Aging', key: 'Control+g', shows: 'main [role="gridcell"]' },
  { name: 'Statement', key: 'Control+t', shows: 'main h1' },
  { name: 'Invoice', key: 'Control+i', shows: 'main input' },
  { name: 'Receive payment', key: 'Control+r', shows: 'main input' },
] as const

/** Before and after, each screen is left for one that needs no rows. */
const ELSEWHERE = 'Control+t'
const ROUNDS = 5
const MOST_MS = 60_000

/** Watches each frame from the next key on; answers the milliseconds until a frame was drawn that has it. */
const watch = (window: Page, { name, shows }: { readonly name: string; readonly shows: string }) =>
  window.evaluate(
    ([title, selector, most]) => {
      const drawn = new Promise<number>((resolve, reject) => {
        let from = 0
        addEventListener('keydown', () => (from ||= performance.now()), { capture: true, once: true })
        const look = (): void => {
          // Screens that were left stay in the page, unseen.
          const seen = (all: string): readonly Element[] =>
            [...document.querySelectorAll(all)].filter((element) => element.checkVisibility())
          const isThere = seen('main h1').some((heading) => heading.textContent === title) && seen(selector).length > 0
          if (from > 0 && isThere) requestAnimationFrame(() => resolve(performance.now() - from))
          else if (from > 0 && performance.now() - from > most) reject(new Error(`${title} did not come`))
          else requestAnimationFrame(look)
        }
        look()
      })
      Reflect.set(globalThis, 'drawn', drawn)
    },
    [name, shows, MOST_MS] as const,
  )

const untilDrawn = async (window: Page, screen: (typeof SCREENS)[number]): Promise<number> => {
  await watch(window, screen)
  await window.keyboard.press(screen.key)
  return window.evaluate(() => Reflect.get(globalThis, 'drawn') as Promise<number>)
}

/** Memory of a process and all that it started, shared pages divided among those that share them. Linux only. */
const memoryOf = (root: number): number => {
  const parents = readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return []
    try {
      const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8'))?.[1])
      return [[Number(entry), parent] as const]
    } catch {
      // It ended meanwhile.
      return []
    }
  })
  const ours = new Set([root])
  for (let found = 0; found !== ours.size;) {
    found = ours.size
    for (const [pid, parent] of parents) if (ours.has(parent)) ours.add(pid)
  }
  return [...ours].reduce((sum, pid) => sum + pssOf(pid), 0)
}

const pssOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024

const line = (what: string, value: string, goal?: string): void =>
  console.log(`${what.padEnd(46)} ${value.padStart(12)}${goal === undefined ? '' : `  (goal ${goal})`}`)

const ms = (value: number): string => `${value.toFixed(0)} ms`

/** The window on a large book: until it can be worked in, each screen, what it holds of memory, and closing. The app has to be built. */
export const benchWindow = async (book: Book, folder: string): Promise<void> => {
  const begun = performance.now()
  const { app, window } = await launch({ args: [book.path], userData: mkdtempSync(join(folder, 'user-')) })
  await window.getByText('Ledger in balance').waitFor({ timeout: MOST_MS })
  line(`start to a ledger in balance (${book.invoices})`, ms(performance.now() - begun))
  for (const screen of SCREENS) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await window.keyboard.press(screen.key === ELSEWHERE ? 'Control+h' : ELSEWHERE)
      await window.waitForTimeout(400)
      times.push(await untilDrawn(window, screen))
    }
    line(`${screen.name}, first time and again`, `${ms(times[0] ?? 0)}, ${ms(median(times.slice(1)))}`)
  }
  const { pid } = app.process()
  if (process.platform === 'linux' && pid !== undefined)
    line('memory of all processes', `${(memoryOf(pid) / 2 ** 20).toFixed(0)} MB`, '700 MB')
  const closing = performance.now()
  await app.close()
  line('quit', ms(performance.now() - closing))
}
