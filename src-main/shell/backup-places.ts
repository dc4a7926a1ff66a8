import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { WhichPlace } from '../../src-shared/company/contract/backups.ts'
import { writeWholeFile } from './whole-file.ts'

const placesOfCompany = z.object({
  companyUid: z.string(),
  /** A folder that was chosen; null for the program's own, and where there is no second place. */
  first: z.string().nullable(),
  second: z.string().nullable(),
})
const company = z.object({ companyUid: z.string(), path: z.string() })
const book = z.object({ format: z.literal(1), places: z.array(placesOfCompany), due: z.array(company) })
type Book = Readonly<z.infer<typeof book>>

/** A company file and whose it is. */
export type KnownCompany = Readonly<z.infer<typeof company>>

export interface ChosenPlace {
  readonly which: WhichPlace
  readonly folder: string
  readonly isDefault: boolean
}

const nothing: Book = { format: 1, places: [], due: [] }

/**
 * Where each company's backups go, and which companies were closed changed and are not backed up yet. Kept with the program's
 * own data: folders are of this computer. What cannot be read starts over.
 */
export class BackupPlaces {
  readonly #file: string
  readonly #ownFolder: string
  #book: Book

  constructor(file: string, ownFolder: string) {
    this.#file = file
    this.#ownFolder = ownFolder
    this.#book = existsSync(file) ? read(readFileSync(file, 'utf8')) : nothing
  }

  /** The first place, and the second where there is one. */
  of(companyUid: string): readonly [ChosenPlace, ...ChosenPlace[]] {
    const { first = null, second = null } = this.#chosen(companyUid) ?? {}
    const own = path.join(this.#ownFolder, companyUid)
    return [
      { which: 'first', folder: first ?? own, isDefault: first === null },
      ...(second === null ? [] : [{ which: 'second', folder: second, isDefault: false } as const]),
    ]
  }

  async choose(companyUid: string, which: WhichPlace, folder: string | null): Promise<void> {
    const before = this.#chosen(companyUid) ?? { companyUid, first: null, second: null }
    const others = this.#book.places.filter((each) => each.companyUid !== companyUid)
    await this.#write({ ...this.#book, places: [...others, { ...before, [which]: folder }] })
  }

  /** Closed with changes that no backup has. */
  get due(): readonly KnownCompany[] {
    return this.#book.due
  }

  async setDue(of: KnownCompany, isDue: boolean): Promise<void> {
    const others = this.#book.due.filter(({ path: other }) => other !== of.path)
    if (!isDue && others.length === this.#book.due.length) return
    await this.#write({ ...this.#book, due: isDue ? [...others, of] : others })
  }

  #chosen(companyUid: string): Book['places'][number] | undefined {
    return this.#book.places.find((each) => each.companyUid === companyUid)
  }

  async #write(changed: Book): Promise<void> {
    this.#book = changed
    await writeWholeFile(this.#file, JSON.stringify(changed, null, 2))
  }
}

const read = (text: string): Book => {
  try {
    return book.safeParse(JSON.parse(text)).data ?? nothing
  } catch (error) {
    if (error instanceof SyntaxError) return nothing
    throw error
  }
}
