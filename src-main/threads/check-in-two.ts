import type { BookCheck } from '../../src-shared/company/contract/company.ts'
import { readAnswer } from './answers.ts'
import type { OnProgress, RunningCall } from './running-call.ts'

/** What both halves of a check start with: they are alike in length, so that together they take half the time. */
export interface Halves {
  /** Reads every page and every index; answers the rule of the file. */
  readonly file: (onProgress: OnProgress) => RunningCall
  /** Everything else; answers a check without that rule. */
  readonly books: (onProgress: OnProgress) => RunningCall
}

/**
 * Check the books in two threads, answered as one. The first half that is refused, or finds a page that cannot be read, stops the
 * other and is the answer.
 */
export const checkInTwo = ({ file, books }: Halves, onProgress: OnProgress): RunningCall => {
  const parts = { file: 0, books: 0 }
  const telling =
    (half: keyof typeof parts): OnProgress =>
    (done, total) => {
      parts[half] = done / total
      onProgress(Math.floor(50 * (parts.file + parts.books)), 100)
    }
  const calls = { file: file(telling('file')), books: books(telling('books')) }
  const cancel = (): void => {
    calls.file.cancel()
    calls.books.cancel()
  }
  let refused: string | null = null
  const valueOfHalf = async <T>({ answer }: RunningCall): Promise<T | null> => {
    const json = await answer
    const read = readAnswer<T>(json)
    if (read.ok) return read.value
    refused ??= json
    cancel()
    return null
  }
  const joined = async (): Promise<string> => {
    const [rule, check] = await Promise.all([
      valueOfHalf<BookCheck['rules'][number]>(calls.file),
      valueOfHalf<BookCheck>(calls.books),
    ])
    if (rule === null || check === null) return refused ?? ''
    const { rules, chain } = check
    return JSON.stringify({ ok: true, value: { rules: [rule, ...rules], chain } satisfies BookCheck })
  }
  return { answer: joined(), cancel }
}
