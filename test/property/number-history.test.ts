import fc from 'fast-check'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { day, line } from '../fixtures/entries.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

/** Invoices posted and brought in under numbers of their own while the series is changed, against a model of the numbers. */

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const OWNER = { userId: 1 }
const YEARS = [2024, 2025, 2026]
const PREFIXES = ['INV-', 'inv-', 'R', '', '{year}-', 'A{year}/']
/** Numbers that one or the other series would write. */
const OWN_NUMBERS = [
  'INV-00002',
  'INV-00003',
  'inv-00004',
  'R2',
  'R003',
  '3',
  '2025-2',
  '2025-003',
  'A2024/2',
  'OLD-7',
  'old-7',
  'OLD-07',
  'Inv-1',
  'r1',
  '003',
  'INV 00005',
  'inv6',
  'INV/0007',
  'R-4',
  'I N V-008',
  'A2025/04',
]

const year = fc.constantFrom(...YEARS)
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('post' as const), year, isGood: fc.constantFrom(true, true, true, false) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bring' as const), number: fc.constantFrom(...OWN_NUMBERS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      prefix: fc.constantFrom(...PREFIXES),
      width: fc.constantFrom(1, 3, 5),
      next: fc.integer({ min: 0, max: 6 }),
      year,
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A run of numbers: where it stands, and how it writes them. */
interface Run {
  readonly prefix: string
  readonly width: number
  readonly first: number
  last: number | null
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(' ', '')
    .replace(/(^|[^0-9])0+(?=[0-9])/g, '$1')

const withoutSeparator = (text: string): string => plain(text).replace(/(?<=[a-z])[-/]+0*(?=[0-9]+$)/, '')

class Numbers {
  /** Brought in from outside, and written by the company itself. */
  readonly #taken = new Set<string>()
  readonly #given = new Set<string>()
  readonly #exact = new Set<string>()
  passedOver = 0
  #template = 'INV-'
  #width = 5
  readonly #runs: Run[] = [{ prefix: 'INV-', width: 5, first: 1, last: null }]
  /** The run in use of each text and width, the year filled in. */
  readonly #inUse = new Map<string, Run>([['INV-|INV-|5', this.#runs[0] as Run]])

  post(inYear: number): string {
    const run = this.#run(inYear)
    for (;;) {
      const next = run.last === null ? run.first : run.last + 1
      run.last = next
      const text = run.prefix + String(next).padStart(run.width, '0')
      if (!this.#isTaken(text)) {
        this.#given.add(plain(text))
        return text
      }
      this.passedOver += 1
    }
  }

  /** What a clerk could take for a number of the series, where letters stand before it also without what is between. */
  #isTaken(text: string): boolean {
    return (
      this.#given.has(plain(text)) ||
      [...this.#taken].some((other) => withoutSeparator(other) === withoutSeparator(text))
    )
  }

  /** Others that a clerk could take for it: neither case nor zeros before a number tell two apart. */
  like(number: string): readonly string[] {
    return [...this.#exact].filter((other) => other !== number && plain(other) === plain(number))
  }

  /** Upper and lower case are told apart where a number is given by hand, as they are in the books. */
  bring(number: string): boolean {
    if (this.#exact.has(number)) return false
    this.#taken.add(number)
    this.#exact.add(number)
    return true
  }

  wrote(text: string): void {
    this.#exact.add(text)
  }

  change(template: string, width: number, next: number, inYear: number): boolean {
    const prefix = template.replace('{year}', String(inYear))
    if (next <= this.#highest(prefix)) return false
    const key = this.#key(template, width, prefix)
    const same = template === this.#template && width === this.#width ? this.#inUse.get(key) : undefined
    this.#template = template
    this.#width = width
    if (same && (same.last === null ? same.first : same.last + 1) === next) return true
    this.#begin(key, { prefix, width, first: next, last: null })
    return true
  }

  #key(template: string, width: number, prefix: string): string {
    return `${template}|${prefix}|${width}`
  }

  #highest(prefix: string): number {
    return Math.max(-1, ...this.#runs.flatMap((run) => (run.prefix === prefix && run.last !== null ? [run.last] : [])))
  }

  #begin(key: string, run: Run): Run {
    this.#runs.push(run)
    this.#inUse.set(key, run)
    return run
  }

  #run(inYear: number): Run {
    const prefix = this.#template.replace('{year}', String(inYear))
    const key = this.#key(this.#template, this.#width, prefix)
    const first = Math.max(1, this.#highest(prefix) + 1)
    return this.#inUse.get(key) ?? this.#begin(key, { prefix, width: this.#width, first, last: null })
  }
}

const post = (file: CompanyFile, inYear: number, cents: number) =>
  file.dispatch(
    'invoices.post',
    {
      commandUid: uuidV7(),
      customerId: 1,
      documentDate: day(`${inYear}-03-01`),
      termsId: null,
      rate: null,
      dueDate: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [line(cents)],
      draftUid: null,
    },
    OWNER,
  )

const bring = (file: CompanyFile, number: string, like: readonly string[] = []) =>
  file.dispatch(
    'openingBalances.post',
    {
      commandUid: uuidV7(),
      apart: like.map((other) => ({ code: number, like: other })),
      items: [
        {
          customerId: 1,
          kind: 'invoice',
          number,
          documentDate: day('2024-01-01'),
          dueDate: null,
          amount: 100,
          rate: null,
          reference: '',
          memo: '',
        },
      ],
    },
    OWNER,
  )

const numberOf = (answer: Awaited<ReturnType<CompanyFile['dispatch']>>): string | null =>
  answer.ok ? (answer.value as { readonly number: string }).number : null

const take = async (file: CompanyFile, model: Numbers, each: Step): Promise<void> => {
  switch (each.do) {
    case 'post': {
      if (!each.isGood) return expect(numberOf(await post(file, each.year, -100))).toBeNull()
      const expected = model.post(each.year)
      expect(numberOf(await post(file, each.year, 100))).toBe(expected)
      return model.wrote(expected)
    }
    case 'bring': {
      const like = model.like(each.number)
      const isFree = model.bring(each.number)
      // Asked once for each number that looks like it, and brought in when all are meant.
      if (isFree && like.length > 0) {
        expect(await bring(file, each.number, like.slice(1)), each.number).toMatchObject({
          ok: false,
          error: { code: 'looks_like', params: { like: like[0] } },
        })
      }
      return expect((await bring(file, each.number, like)).ok, each.number).toBe(isFree)
    }
    case 'change': {
      const date = day(`${each.year}-06-30`)
      const rows = await call(file, 'numberSeries.list', { date }, OWNER)
      const { version } = rows.find(({ kind }) => kind === 'invoice') ?? { version: 0 }
      const { prefix, width, next: nextNumber } = each
      const first = prefix.replace('{year}', String(each.year)) + String(nextNumber).padStart(width, '0')
      const apart = model.like(first).map((like) => ({ code: first, like }))
      const change = { kind: 'invoice', version, prefix, width, nextNumber, date, apart }
      const commandUid = uuidV7()
      const { ok } = await file.dispatch('numberSeries.change', { commandUid, ...change }, OWNER)
      expect(ok, JSON.stringify(change)).toBe(model.change(prefix, width, nextNumber, each.year))
    }
  }
}

test('every number is the next of its series, whatever was brought in and however the series is changed', async () => {
  await holdsAsync(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), (steps) =>
      companies.undone(async ({ file, sql }) => {
        const model = new Numbers()
        for (const each of steps) await take(file, model, each)
        const passed = 'SELECT sum(coalesce(through, series_number) - series_number + 1) FROM number_passed_over'
        expect(sql.value<number | null>(passed) ?? 0).toBe(model.passedOver)
        expectInvariantsOf(sql)
      }),
    ),
  )
})
