import type { CompanyFile } from '../company-file/company-file.ts'

export interface IdlePauses {
  /** Rest after the last command before it begins, in milliseconds. */
  readonly idleMs: number
  /** Between two pieces, so that what a clerk asks comes in between. */
  readonly betweenMs: number
  /** After so many pieces what they wrote is moved from the write-ahead log into the file. */
  readonly piecesPerCheckpoint: number
}

const usual: IdlePauses = { idleMs: 1000, betweenMs: 15, piecesPerCheckpoint: 50 }

export interface IdleWorker {
  /** A command was carried out, or the company is ready for work: it begins anew after a rest. */
  rest(): void
  stop(): void
}

/** Does what a company leaves for idle moments, a piece at a time, while nobody asks for anything. */
export const workWhenIdle = (company: CompanyFile, pauses: IdlePauses = usual): IdleWorker => {
  let timer: NodeJS.Timeout | undefined
  let pieces = 0
  const work = (): void => {
    const isMoreLeft = company.workWhileIdle()
    pieces += 1
    if (pieces % pauses.piecesPerCheckpoint === 0) company.checkpoint()
    if (isMoreLeft) timer = setTimeout(work, pauses.betweenMs)
  }
  return {
    stop: () => clearTimeout(timer),
    rest: () => {
      clearTimeout(timer)
      timer = setTimeout(work, pauses.idleMs)
    },
  }
}
