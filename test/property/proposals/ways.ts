/**
 * The ways to apply a payment to a small book, found by trying them all. Shares no code with the product: what it says is
 * taken from the semantics (Application, Early payment discount and tolerance). Amounts are cents, days are counted.
 */
export interface Item {
  readonly id: number
  readonly number: string
  readonly billed: number
  readonly due: number
  readonly open: number
  readonly disputed: boolean
  /** What the terms offer, the last day of it, and the days of grace after it. */
  readonly discount: number
  readonly until: number | null
  readonly grace: number
}

export interface Credit {
  readonly id: number
  readonly open: number
}

export interface Book {
  /** In the order in which they were posted. */
  readonly items: readonly Item[]
  /** The earliest first. */
  readonly credits: readonly Credit[]
  readonly day: number
  /** Of what is open, in whole percent, and the most of it. */
  readonly tolerance: { readonly percent: number; readonly most: number }
}

/** What settles one item. */
export interface Line {
  readonly id: number
  readonly pays: number
  readonly discount: number
  readonly writeOff: number
}

export interface Way {
  readonly lines: readonly Line[]
  readonly credits: readonly Credit[]
}

const total = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

export class Clerk {
  readonly #book: Book
  readonly #amount: number
  readonly #named: readonly Item[]
  /** The disputed last, then by due day, day and number. */
  readonly #items: readonly Item[]

  constructor(book: Book, amount: number, names: readonly string[]) {
    this.#book = book
    this.#amount = amount
    const rank = (item: Item): readonly number[] => [
      Number(item.disputed),
      item.due,
      item.billed,
      book.items.indexOf(item),
    ]
    this.#items = book.items.toSorted((a, b) => {
      const [left, right] = [rank(a), rank(b)]
      const at = left.findIndex((value, index) => value !== right[index])
      return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
    })
    this.#named = this.#items.filter(({ number }) => names.includes(number))
  }

  /** Best first, none twice. */
  ways(): readonly Way[] {
    if (this.#items.length === 0) return []
    const one = [...this.#named, ...this.#items]
    const few = this.#few()
    const all: readonly Way[] = [
      ...one.flatMap((item) => this.#exactly([item])),
      ...this.#asNamed(),
      ...this.#oldest(this.#amount, 2, []),
      ...one
        .filter((item) => this.#isLess(item))
        .map((item) => only({ id: item.id, pays: this.#amount, discount: 0, writeOff: 0 })),
      ...this.#lessCredits(),
      ...(few !== null && this.#isNoChance(few.lines.length) ? [few] : []),
      ...one.flatMap((item) => this.#short(item, this.#amount)).map(only),
      ...this.#inTurn(this.#items, () => true),
      ...(few === null ? [] : [few]),
    ]
    const seen = new Set<string>()
    return all.map(inOrder).filter((way) => {
      const text = JSON.stringify(way)
      const isNew = !seen.has(text)
      seen.add(text)
      return isNew
    })
  }

  #isEarned({ until, grace }: Item): boolean {
    return until !== null && this.#book.day <= until + grace
  }

  #earned(item: Item): number {
    return this.#isEarned(item) ? item.discount : 0
  }

  /** Paid in full, with the discounts that are earned or without. */
  #full(items: readonly Item[], isDiscounted: boolean): readonly Line[] {
    return items.map((item) => {
      const discount = isDiscounted ? this.#earned(item) : 0
      return { id: item.id, pays: item.open - discount, discount, writeOff: 0 }
    })
  }

  /** All of these paid by an amount, the discounts rather taken than left. */
  #exactly(items: readonly Item[], amount = this.#amount): readonly Way[] {
    const lines = [true, false].map((isDiscounted) => this.#full(items, isDiscounted))
    const fits = lines.find((each) => total(each.map(({ pays }) => pays)) === amount)
    return fits === undefined ? [] : [{ lines: fits, credits: [] }]
  }

  /** What a discount that is over would have left to pay. */
  #isLess(item: Item): boolean {
    return item.discount > 0 && !this.#isEarned(item) && item.open - item.discount === this.#amount
  }

  /** The fewest of the oldest that the amount pays. */
  #oldest(amount: number, from: number, credits: readonly Credit[]): readonly Way[] {
    const counts = this.#items.map((_, index) => index + 1).filter((count) => count >= from)
    const ways = counts.flatMap((count) => this.#exactly(this.#items.slice(0, count), amount))
    return ways.slice(0, 1).map(({ lines }) => ({ lines, credits }))
  }

  /** All credits together, then each alone: used up with the payment. */
  #lessCredits(): readonly Way[] {
    const { credits } = this.#book
    const sets = [...(credits.length > 1 ? [credits] : []), ...credits.map((credit) => [credit])]
    return sets.flatMap((set) => this.#oldest(this.#amount + total(set.map(({ open }) => open)), 1, set))
  }

  /** Of all sets of two to five that come to the amount the one with the fewest; with discounts first, then the oldest. */
  #few(): Way | null {
    const sets = Array.from({ length: 2 ** this.#items.length }, (_, bits) =>
      this.#items.filter((_item, index) => Math.floor(bits / 2 ** index) % 2 === 1),
    ).filter(({ length }) => length >= 2 && length <= 5)
    const fitting = sets.flatMap((items) =>
      [true, false].flatMap((isDiscounted) => {
        const lines = this.#full(items, isDiscounted)
        if (total(lines.map(({ pays }) => pays)) !== this.#amount) return []
        const places = items.map((item) => this.#items.indexOf(item))
        return [{ lines, rank: [items.length, Number(!isDiscounted), ...places] }]
      }),
    )
    const [best] = fitting.toSorted((a, b) => {
      const at = a.rank.findIndex((value, index) => value !== b.rank[index])
      return at === -1 ? 0 : (a.rank[at] ?? 0) - (b.rank[at] ?? 0)
    })
    return best === undefined ? null : { lines: best.lines, credits: [] }
  }

  /** So many items come to some amount by chance when there are more sets of them than a twentieth of the amounts there could be. */
  #isNoChance(count: number): boolean {
    const sets = Array.from(
      { length: 2 ** this.#items.length },
      (_, bits) => bits.toString(2).replaceAll('0', '').length,
    )
    const amounts = [this.#amount, ...this.#items.map(({ open }) => open)]
    let unit = Math.min(...amounts)
    while (amounts.some((amount) => amount % unit !== 0)) unit -= 1
    return sets.filter((size) => size === count).length * 20 <= this.#amount / unit
  }

  /** The difference that a payment leaves of an item, where it is small: with its discount, or without one that only grace gives. */
  #short(item: Item, pays: number): readonly Line[] {
    const { percent, most } = this.#book.tolerance
    const isOfGrace = this.#isEarned(item) && item.until !== null && this.#book.day > item.until
    const discounts = isOfGrace ? [this.#earned(item), 0] : [this.#earned(item)]
    return discounts
      .map((discount) => ({ id: item.id, pays, discount, writeOff: item.open - pays - discount }))
      .filter(
        ({ writeOff }) => writeOff > 0 && writeOff <= most && writeOff <= Math.floor((item.open * percent + 50) / 100),
      )
      .slice(0, 1)
  }

  #asNamed(): readonly Way[] {
    if (this.#named.length === 0) return []
    const exact = this.#exactly(this.#named)
    if (exact.length > 0) {
      // A discount of the days of grace may be declined all the same.
      const [{ lines } = { lines: [] }] = exact
      return [...this.#lastClosed(lines, this.#named), ...exact]
    }
    return this.#inTurn(this.#named, (lines) => lines.length === this.#named.length)
  }

  /** One after the other while the money lasts; first with a small difference of the last written off. */
  #inTurn(items: readonly Item[], mayClose: (lines: readonly Line[]) => boolean): readonly Way[] {
    const lines: Line[] = []
    for (const [index, line] of this.#full(items, true).entries()) {
      const left = this.#amount - total(lines.map(({ pays }) => pays))
      if (left === 0) break
      const id = items[index]?.id ?? 0
      lines.push(line.pays <= left ? line : { id, pays: left, discount: 0, writeOff: 0 })
    }
    return [...(mayClose(lines) ? this.#lastClosed(lines, items) : []), { lines, credits: [] }]
  }

  #lastClosed(lines: readonly Line[], items: readonly Item[]): readonly Way[] {
    const [last, item] = [lines.at(-1), items[lines.length - 1]]
    if (last === undefined || item === undefined) return []
    return this.#short(item, last.pays).map((line) => ({ lines: [...lines.slice(0, -1), line], credits: [] }))
  }
}

const only = (line: Line): Way => ({ lines: [line], credits: [] })

const inOrder = ({ lines, credits }: Way): Way => ({ lines: lines.toSorted((a, b) => a.id - b.id), credits })
