import { describeRefusal, type RefusalCode } from './refusals.ts'

type Params = Readonly<Record<string, string | number>>

/** Thrown by decisions and handlers to say no; the kernel rolls back and answers with it. Never used for defects. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: Params
  readonly path: string

  /** `path` names the field refused, such as `lines.2.quantity`; empty when no single field is at fault. */
  constructor(code: RefusalCode, params: Params = {}, path = '') {
    super(describeRefusal(code, params))
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.path = path
  }
}
