/** What a copy of a company was made for; what was in use before a restore or a migration lies beside the company. */
export type CopyKind = 'backup' | 'before_migration' | 'before_restore'

export interface CopyMade {
  readonly kind: CopyKind
  /** UTC instant, ISO 8601. */
  readonly madeAt: string
}

/** Another file of the company that was worked in too, and has what this one has not. */
export interface Twin {
  /** Its name and its folder's; null where it was in this file's own place, and is gone. */
  readonly file: string | null
  readonly folder: string | null
  /** UTC instant of the last command that both have. */
  readonly commonAt: string | null
  /** Commands that only one of them has. */
  readonly onlyHere: number
  readonly onlyThere: number
}
