import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeWholeFile } from './whole-file.ts'

const RECENT_MAX = 10

const recentCompany = z.object({
  path: z.string().min(1).max(4096),
  name: z.string().max(200),
  openedAt: z.iso.datetime(),
  /** Whose backups are looked for where the file cannot be read. The first Duebooks noted none. */
  uid: z.string().optional(),
})
const recentList = z.array(recentCompany)
export type RecentEntry = z.infer<typeof recentCompany>

export interface RecentCompanies {
  /** Newest first; only files that are still there. */
  list(): readonly RecentEntry[]
  remember(entry: RecentEntry): Promise<void>
  /** Takes a file off the list. */
  forget(path: string): Promise<void>
}

/** The companies opened last, kept as JSON in the user's own folder. A list that cannot be read starts over: it is a convenience. */
export const createRecentCompanies = (file: string): RecentCompanies => {
  let entries: readonly RecentEntry[] = existsSync(file) ? read(readFileSync(file, 'utf8')) : []
  const write = async (changed: readonly RecentEntry[]): Promise<void> => {
    entries = changed
    await writeWholeFile(file, JSON.stringify(entries, null, 2))
  }
  return {
    list: () => entries.filter((entry) => existsSync(entry.path)),
    remember: (entry) => write([entry, ...entries.filter(({ path }) => path !== entry.path)].slice(0, RECENT_MAX)),
    forget: (path) => write(entries.filter((entry) => entry.path !== path)),
  }
}

const read = (text: string): readonly RecentEntry[] => {
  try {
    return recentList.safeParse(JSON.parse(text)).data ?? []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
