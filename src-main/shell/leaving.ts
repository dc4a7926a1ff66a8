/** Why what is typed is not saved yet. */
export type Unsaved = { readonly kind: 'late' } | { readonly kind: 'refused'; readonly message: string }
export type Choice = 'wait' | 'stay' | 'leave'

export interface LeavingOptions {
  /** Asks the page to save what is typed, under this number. False when no page listens: then nothing is typed. */
  readonly tell: (request: number) => boolean
  /** Asks the clerk. `settled` is raised when the page has answered after all; the choice then counts for nothing. */
  readonly ask: (unsaved: Unsaved, settled: AbortSignal) => Promise<Choice>
  /** How long the page may take before the clerk is asked, in milliseconds. */
  readonly limitMs?: number
}

/** A busy machine saves a draft in a tenth of this. */
const LIMIT_MS = 5000

type Outcome = { readonly kind: 'saved' } | { readonly kind: 'gone' } | Unsaved

/** Has the page save what is typed before its window, or the company in it, is closed. One leave at a time. */
export class Leaving {
  readonly #options: LeavingOptions
  #lastRequest = 0
  #answered: (outcome: Outcome) => void = () => {}
  #busy: Promise<unknown> = Promise.resolve()
  #hasGivenUp = false
  #isLeaving = false

  constructor(options: LeavingOptions) {
    this.#options = options
  }

  /** Whether the clerk chose not to wait any longer. */
  get hasGivenUp(): boolean {
    return this.#hasGivenUp
  }

  /** Whether the page is saving, or the clerk is being asked about it. */
  get isLeaving(): boolean {
    return this.#isLeaving
  }

  /** Does `work` once the page has saved, or the clerk leaves without. False, and nothing is done, when the clerk stays. */
  leave(work: (isSaved: boolean) => void): Promise<boolean> {
    const left = this.#busy.then(async () => {
      const outcome = await this.#save()
      if (outcome === 'stay') return false
      work(outcome === 'saved')
      return true
    })
    this.#busy = left.catch(() => null) // thrown to whoever leaves; the next one starts afresh
    return left
  }

  /** The page's answer. An answer to an earlier request says nothing of what was typed since. */
  answer(request: number, problem: string | null): void {
    if (request !== this.#lastRequest) return
    this.#answered(problem === null ? { kind: 'saved' } : { kind: 'refused', message: problem })
  }

  /** The page crashed or is being replaced: it answers no more. */
  pageIsGone(): void {
    this.#answered({ kind: 'gone' })
  }

  async #save(): Promise<'saved' | 'stay' | 'leave'> {
    this.#isLeaving = true
    try {
      return await this.#askPage()
    } finally {
      this.#isLeaving = false
    }
  }

  async #askPage(): Promise<'saved' | 'stay' | 'leave'> {
    const answered = new Promise<Outcome>((resolve) => {
      this.#answered = resolve
    })
    if (!this.#options.tell((this.#lastRequest += 1))) return 'saved'
    for (;;) {
      const outcome = await within(this.#options.limitMs ?? LIMIT_MS, answered)
      if (outcome.kind === 'saved') return 'saved'
      if (outcome.kind === 'gone') return 'leave'
      const choice = await this.#ask(outcome, outcome.kind === 'late' ? answered : null)
      if (choice === 'wait') continue
      if (choice === 'leave') this.#hasGivenUp ||= outcome.kind === 'late'
      return choice
    }
  }

  async #ask(unsaved: Unsaved, answered: Promise<Outcome> | null): Promise<Choice> {
    const settled = new AbortController()
    void answered?.then(() => settled.abort())
    const choice = await this.#options.ask(unsaved, settled.signal)
    return settled.signal.aborted ? 'wait' : choice
  }
}

const within = async (limitMs: number, answered: Promise<Outcome>): Promise<Outcome> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'late' }), limitMs)
  })
  try {
    return await Promise.race([answered, late])
  } finally {
    clearTimeout(timer)
  }
}
