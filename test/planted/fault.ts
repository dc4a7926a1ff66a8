/**
 * Single faults as a tired programmer makes them. Each is put in alone; the tests named must fail.
 * `npm run planted` puts in all of them, `npm run planted -- aging-day-itself` one. docs/planted-faults.md says what caught those tried so far.
 */
export interface Fault {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** Of these one must fail. */
  readonly tests: readonly string[]
}
