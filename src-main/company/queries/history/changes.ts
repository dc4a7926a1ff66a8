import type { Change } from '../../../../src-shared/company/contract/history.ts'
import { enteredValues, wordsFor } from '../../../../src-shared/history.ts'
import type { AnyWords, EntryTexts, FieldWords, RecordRef, Values } from '../../../../src-shared/kit/history.ts'
import { maskAccountNumbers } from '../../../../src-shared/domain/text/account-numbers.ts'
import { canonicalJson } from '../../../db/command-chain.ts'
import type { Readable } from '../../../db/connection.ts'
import type { LoggedCommand } from './logged.ts'

/** What a command changed of its record, field by field, before and after. */
export function changesOf(db: Readable, command: LoggedCommand, words: AnyWords, texts: EntryTexts): readonly Change[] {
  const { fields } = words
  if (fields === undefined) return []
  const entered = enteredValues(words, command.input)
  const before = command.before ?? beforeInLog(db, command, words)
  if (before === null) return []
  // An amount is in the currency that its record had on either side.
  const wholeBefore = { ...entered, ...before }
  const text = (field: FieldWords, value: unknown, whole: Values): string =>
    maskAccountNumbers(field.text === undefined ? String(value) : field.text(value as never, texts, whole))
  return Object.entries(fields).flatMap(([name, field]) => {
    const was = before[name]
    const is = entered[name]
    if (was === undefined || is === undefined || canonicalJson(was) === canonicalJson(is)) return []
    return [{ field: field.title, before: text(field, was, wholeBefore), after: text(field, is, entered) }]
  })
}

/** Commands looked through for one that says what a record was before. */
const LOOK_BACK = 50

const EARLIER = `
  SELECT c.name, c.input, c.result FROM command_subject AS s JOIN command_log AS c ON c.seq = s.seq
  WHERE s.kind = :kind AND s.record_id = :id AND s.seq < :seq ORDER BY s.seq DESC LIMIT ${LOOK_BACK}`

interface Earlier {
  readonly name: string
  readonly input: string
  readonly result: string
}

/**
 * Commands of before it was logged what they change: the last command before, on the same record, that entered the same
 * fields. Null where there is none: the record began without one, or this is its first.
 */
function beforeInLog(db: Readable, command: LoggedCommand, words: AnyWords): Values | null {
  const [record] = words.about?.({ input: command.input, output: command.output } as never) ?? []
  if (record === undefined || isNew(command.input, record)) return null
  for (const earlier of db.all<Earlier>(EARLIER, { kind: record.kind, id: record.id, seq: command.seq })) {
    const { fields, values } = wordsFor(earlier.name)
    if (fields !== words.fields) continue
    const input = JSON.parse(earlier.input) as Values
    if (isOfAnother(command.input, input)) continue
    return values === undefined ? input : values(input as never)
  }
  return null
}

/** What makes a record has no before. */
const isNew = (input: Values, { id }: RecordRef): boolean =>
  id !== 1 && input['id'] === undefined && input['documentId'] === undefined && input['existing'] == null

/** Of records that have one history together, the parts of another: the rate of another day, the limit of another role. */
const PART_BY = ['currency', 'date', 'role', 'act', 'kind'] as const

const isOfAnother = (input: Values, earlier: Values): boolean =>
  input['id'] === undefined &&
  input['documentId'] === undefined &&
  input['existing'] === undefined &&
  PART_BY.some((part) => input[part] !== earlier[part])
