import type { Refused } from '../../src-shared/kit/operation.ts'
import { describeRefusal, type RefusalCode } from '../../src-shared/kit/refusals.ts'

/** Duebook said no. `message` is the sentence for the clerk, `path` the field at fault, such as `lines.2.quantity`. */
export class RefusedError extends Error {
  readonly code: RefusalCode
  readonly params: Refused['params']
  readonly path: string

  constructor({ code, params, path }: Refused) {
    super(describeRefusal(code, params))
    this.name = 'RefusedError'
    this.code = code
    this.params = params
    this.path = path
  }
}
