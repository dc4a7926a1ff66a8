import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const windowState = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) }),
  isMaximized: z.boolean(),
  /** Of the page as it was last seen, so that the next window does not flash white before a dark page. */
  background: z.string().regex(/^#[0-9a-f]{6}$/),
})
export type WindowState = z.infer<typeof windowState>

type Area = WindowState['bounds']

/** How the window was left; null the first time, and when the file is not what we wrote. */
export const readWindowState = (file: string): WindowState | null => {
  if (!existsSync(file)) return null
  try {
    return windowState.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Written as the window closes, where nothing can be waited for; a torn file only means the usual place next time. */
export const writeWindowState = (file: string, state: WindowState): void => writeFileSync(file, JSON.stringify(state))

/** Whether enough of the window would lie on one of the screens to take hold of it. */
export const isOnAScreen = (bounds: Area, screens: readonly Area[]): boolean =>
  screens.some((screen) => {
    const width = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x)
    return width >= 200 && bounds.y >= screen.y - 20 && bounds.y <= screen.y + screen.height - 100
  })
