import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

/** A log grows to this size, in bytes, and then starts over; the one before it is kept. */
const LOG_BYTES_MAX = 1_000_000

const HEAD = /^(incident [0-9a-f-]+ in [A-Za-z. ]+: )(.*)$/
const ERROR_NAME = /^[A-Z]?[A-Za-z]*(Error|Refusal)(?=[:\s]|$)/
// A memo of several lines may start one with `at`: a frame also ends in a line and a column.
const FRAME = /^\s+at \S.*:\d+:\d+\)?$/
const HOME_PATH = /(?:file:\/\/)?(?:[A-Za-z]:)?[\\/][^\s():]*[\\/](?=[^\\/\s():]+:\d)/g

/**
 * A log line without anything of the clerk's: an error's message may quote a name, an amount or a file, so only its kind
 * and the places in our code are kept.
 */
export const withoutTexts = (line: string): string => {
  const [first = '', ...rest] = line.split('\n')
  const head = HEAD.exec(first)
  const kept = head ? `${head[1]}${ERROR_NAME.exec(head[2] ?? '')?.[0] ?? 'Error'}` : first
  const frames = rest.filter((text) => FRAME.test(text)).map((text) => text.replace(HOME_PATH, ''))
  return [kept, ...frames].join('\n')
}

/** Writes the operator's log in `folder`: incident ids and places in our code, with the UTC instant of `clock`. */
export const createIncidentLog = (folder: string, clock: () => Date): ((line: string) => void) => {
  const file = path.join(folder, 'duebook.log')
  return (line) => {
    mkdirSync(folder, { recursive: true })
    const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (bytes > LOG_BYTES_MAX) renameSync(file, path.join(folder, 'duebook.1.log'))
    appendFileSync(file, `${clock().toISOString()} ${withoutTexts(line)}\n`, { mode: 0o600 })
  }
}
