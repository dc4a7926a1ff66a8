/** A run of letters or of digits, without leading zeros, and where it stands in the text. */
type Run = { readonly text: string; readonly begin: number; readonly end: number }

type Numbered = { readonly number: string; readonly reference: string }

/** Words that announce a document's number. */
const ANNOUNCES = new Set(
  (
    'INVOICE INVOICES INV BILL BILLS DOCUMENT DOC RECHNUNG RECHNUNGEN RECHNUNGSNR FACTURE FACTURES FACTURA FACTURAS ' +
    'FATTURA FATURA FAKTURA FACTUUR'
  ).split(' '),
)
/** Words and signs between such a word and the digits. */
const NUMBER_WORDS = new Set(['NO', 'NOS', 'NR', 'N', 'NUM', 'NUMBER', '#'])

const RUNS = /\p{L}+|\p{N}+|#/gu

const isDigits = ({ text }: Pick<Run, 'text'>): boolean => /^\p{N}/u.test(text)

const runsOf = (text: string): readonly Run[] =>
  [...text.matchAll(RUNS)].map(({ 0: run, index }) => ({
    text: run.toUpperCase().replace(/^0+(?=.)/, ''),
    begin: index,
    end: index + run.length,
  }))

/** Two writings of one number have the same key: case, leading zeros, spaces and punctuation do not count. */
const keyOf = (runs: readonly Pick<Run, 'text'>[]): string => runs.map(({ text }) => text).join(' ')

/**
 * The items whose number or reference is meant by a writing of it in the text, each where it is the only one meant so. The
 * longest number wins: INV-2024-7 does not name INV-2024. `rest` is the text without what was found.
 */
export function itemsMeantBy<Item extends Numbered>(
  text: string,
  items: readonly Item[],
): { readonly items: ReadonlySet<Item>; readonly rest: string } {
  const byKey = new Map<string, Set<Item>>()
  const byDigits = new Map<string, Set<Item>>()
  let longest = 1
  for (const item of items) {
    for (const name of [item.number, item.reference]) {
      const runs = runsOf(name.normalize('NFKC')).filter((run) => run.text !== '#')
      longest = Math.max(longest, runs.length)
      // One run alone, or words without digits, are only named by their own spelling.
      if (runs.length > 1 && runs.some(isDigits)) add(byKey, keyOf(runs), item)
    }
    const last = runsOf(item.number.normalize('NFKC')).findLast(isDigits)
    if (last !== undefined) add(byDigits, last.text, item)
  }
  const runs = runsOf(text)
  const meant = new Set<Item>()
  let rest = text
  for (let at = 0; at < runs.length;) {
    const found = longestAt(text, runs, at, longest, byKey) ?? announcedAt(text, runs, at, byDigits)
    const length = found?.length ?? 1
    if (found !== null && found.items.size === 1) {
      for (const item of found.items) meant.add(item)
      const [begin, end] = [runs[at]?.begin ?? 0, runs[at + length - 1]?.end ?? 0]
      rest = rest.slice(0, begin) + ' '.repeat(end - begin) + rest.slice(end)
    }
    at += length
    if (found?.items.size !== 1) continue
    for (let next = listedAt(text, runs, at, byDigits); next !== null; next = listedAt(text, runs, at, byDigits)) {
      meant.add(next.item)
      const { begin, end } = next.run
      rest = rest.slice(0, begin) + ' '.repeat(end - begin) + rest.slice(end)
      at = next.after
    }
  }
  return { items: meant, rest }
}

type Found<Item> = { readonly items: ReadonlySet<Item>; readonly length: number }

function longestAt<Item>(
  text: string,
  runs: readonly Run[],
  at: number,
  longest: number,
  byKey: ReadonlyMap<string, ReadonlySet<Item>>,
): Found<Item> | null {
  for (let length = Math.min(longest, runs.length - at); length > 1; length -= 1) {
    const written = runs.slice(at, at + length)
    const found = byKey.get(keyOf(written))
    if (found !== undefined && standsAlone(text, written)) return { items: found, length }
  }
  return null
}

/** Digits behind a word or sign that announces a number, however few: "invoice no. 2", "#2". */
function announcedAt<Item>(
  text: string,
  runs: readonly Run[],
  at: number,
  byDigits: ReadonlyMap<string, ReadonlySet<Item>>,
): Found<Item> | null {
  let next = at
  if (ANNOUNCES.has(runs[next]?.text ?? '')) next += 1
  while (NUMBER_WORDS.has(runs[next]?.text ?? '') && (next > at || runs[next]?.text === '#')) next += 1
  const digits = runs[next]
  if (next === at || digits === undefined) return null
  const items = byDigits.get(digits.text)
  return items === undefined || !standsAlone(text, [digits]) ? null : { items, length: next + 1 - at }
}

/** Words between the numbers of a list. */
const AND = new Set(['AND', 'UND', 'ET', 'Y', 'E', 'EN', 'OG', 'OCH'])

/** The next of a list that a number begins: "INV-2, 12 and 99". A word behind it says that it counts something else. */
function listedAt<Item>(
  text: string,
  runs: readonly Run[],
  at: number,
  byDigits: ReadonlyMap<string, ReadonlySet<Item>>,
): { readonly item: Item; readonly run: Run; readonly after: number } | null {
  const gap = (next: number): string => text.slice(runs[next - 1]?.end ?? 0, runs[next]?.begin ?? text.length)
  const isAnd = AND.has(runs[at]?.text ?? '') && gap(at).trim() === ''
  const place = isAnd ? at + 1 : at
  const [run, behind] = [runs[place], runs[place + 1]]
  const isJoined = isAnd ? gap(place).trim() === '' : /^\s*[,;&+]\s*$/.test(gap(place))
  if (run === undefined || !isDigits(run) || !isJoined || !standsAlone(text, [run])) return null
  if (behind !== undefined && !isDigits(behind) && !AND.has(behind.text) && gap(place + 1).trim() === '') return null
  const items = byDigits.get(run.text)
  const [item] = items ?? []
  return items?.size === 1 && item !== undefined ? { item, run, after: place + 1 } : null
}

/** Whether nothing is joined to it that would make another number of it. */
function standsAlone(text: string, written: readonly Run[]): boolean {
  const [begin, end] = [written[0]?.begin ?? 0, written.at(-1)?.end ?? 0]
  return !/[\p{L}\p{N}][-_.]?$/u.test(text.slice(0, begin)) && !/^(?:[-_./]?\p{N}|[-_]?\p{L})/u.test(text.slice(end))
}

function add<Item>(index: Map<string, Set<Item>>, key: string, item: Item): void {
  const found = index.get(key)
  if (found === undefined) index.set(key, new Set([item]))
  else found.add(item)
}
