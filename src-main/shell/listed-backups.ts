import type { KnownCompany } from './backup-places.ts'
import type { FileTokens } from './file-tokens.ts'

/** Whose backups were listed last, and by which file: what a chosen one is compared with and put in the place of. */
export class ListedBackups {
  readonly #tokens: FileTokens
  #of: KnownCompany | null = null
  #issued = new Map<string, string>()

  constructor(tokens: FileTokens) {
    this.#tokens = tokens
  }

  get of(): KnownCompany | null {
    return this.#of
  }

  /** The tokens of another company's backups end. */
  show(company: KnownCompany): void {
    if (this.#of?.path !== company.path) {
      this.#tokens.revokeAll('backup')
      this.#issued = new Map()
    }
    this.#of = company
  }

  /** The same for a file however often it is listed: the one that is chosen stays chosen. */
  tokenOf(file: string): string {
    const token = this.#issued.get(file) ?? this.#tokens.issue(file, 'backup')
    this.#issued.set(file, token)
    return token
  }
}
