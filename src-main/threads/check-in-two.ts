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
  const calls = [file(telling('file')), books(telling('books'))] as const
  const cancel = (): void => {
    for (const call of calls) call.cancel()
  }
  const answers = calls.map(async (call) => {
    const json = await call.answer
    if (!readAnswer(json).ok) cancel()
    return json
  })
  return { answer: joined(answers), cancel }
}

const joined = async (answers: readonly Promise<string>[]): Promise<string> => {
  let refused: string | undefined
  const noting = answers.map(async (answer) => {
    const json = await answer
    if (!readAnswer(json).ok) refused ??= json
    return json
  })
  const [file = '', books = ''] = await Promise.all(noting)
  if (refused !== undefined) return refused
  const [rule, check] = [readAnswer<BookCheck['rules'][number]>(file), readAnswer<BookCheck>(books)]
  if (!rule.ok) return file
  if (!check.ok) return books
  const { rules, chain } = check.value
  return JSON.stringify({ ok: true, value: { rules: [rule.value, ...rules], chain } satisfies BookCheck })
}
