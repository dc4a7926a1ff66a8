import type { Twin } from '../../src-shared/company/contract/copy.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { contract, isOperationName } from '../../src-shared/contract.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { openForReading, openForWriting, type CompanyFile } from '../company-file/company-file.ts'
import { createCompanyFile, type NewCompany } from '../company-file/create-company.ts'
import { answerOf } from '../kernel/answers.ts'
import type { BackupJob } from './backup-jobs.ts'
import { checkpointWhenIdle, type IdleCheckpoint } from './idle-checkpoint.ts'
import { workWhenIdle, type IdleWorker } from './idle-work.ts'
import type { ThreadRole, ThreadTask } from './messages.ts'
import { readJson } from './read-input.ts'

export interface TaskControl {
  readonly progress: (done: number, total: number) => void
  readonly isCancelled: () => boolean
}

/** Who works in a company just opened; null while somebody has to sign in first. */
export interface Opened {
  readonly userId: number | null
  readonly twin: Twin | null
  /** Else all of it is to be checked beside the work. */
  readonly endedCleanly: boolean
}

type CallTask = Extract<ThreadTask, { type: 'call' }>

export type RunTask = (task: ThreadTask, control: TaskControl) => Promise<Answer<unknown>>

/** What a thread of this role does with each task. The ledger's thread holds the one writing connection. */
export const createTasks = (role: ThreadRole, log: (line: string) => void): RunTask => {
  let company: CompanyFile | undefined
  let checkpoints: IdleCheckpoint | undefined
  let idle: IdleWorker | undefined

  const open = ({ path, devices }: Extract<ThreadTask, { type: 'open' }>, { progress }: TaskControl): Opened => {
    const options = { log, progress, ...(devices === null ? {} : { devices }) }
    company = role === 'ledger' ? openForWriting(path, options) : openForReading(path, options)
    if (role === 'ledger') {
      checkpoints = checkpointWhenIdle(company)
      idle = workWhenIdle(company)
      // What is still to be checked is left as it is.
      if (company.endedCleanly) idle.rest()
    }
    return { userId: company.userId, twin: company.twin, endedCleanly: company.endedCleanly }
  }

  const close = (): null => {
    checkpoints?.stop()
    idle?.stop()
    company?.close()
    company = undefined
    return null
  }

  /** A damaged file is left as it is from now on. */
  const checked = ({ isSound }: Extract<ThreadTask, { type: 'checked' }>): null => {
    company?.checked(isSound)
    if (!isSound) return close()
    idle?.rest()
    return null
  }

  /** The company and what it is asked, or why it cannot be. */
  const request = (task: CallTask, isCancelled: () => boolean) => {
    if (!company) throw new Refusal('no_company_open')
    if (isCancelled()) throw new Refusal('cancelled')
    return { company, input: readJson(task.inputJson) }
  }

  /** The company's own answer, as it is. */
  const call = async (task: CallTask, control: TaskControl): Promise<Answer<unknown>> => {
    const isCancelled = (): boolean => isCancellable(task.name) && control.isCancelled()
    const ready = await answerOf(task.name, log, () => request(task, isCancelled))
    if (!ready.ok) return ready
    const answer = await ready.value.company.dispatch(task.name, ready.value.input, {
      ...control,
      isCancelled,
      ...(task.file === null ? {} : { file: task.file }),
      ...(task.userId === undefined ? {} : { userId: task.userId }),
    })
    checkpoints?.afterCommand()
    idle?.rest()
    return answer
  }

  const run = (task: Exclude<ThreadTask, CallTask>, control: TaskControl): unknown => {
    switch (task.type) {
      case 'open':
        return open(task, control)
      case 'create':
        return createCompanyFile(task.path, newCompanyOf(task)) ?? null
      case 'sample':
        return makeSample(task, control)
      case 'backups':
        return runBackups(task.job, control)
      case 'checked':
        return checked(task)
      case 'close':
        return close()
    }
  }

  return (task, control) =>
    task.type === 'call' ? call(task, control) : answerOf(task.type, log, () => run(task, control))
}

const newCompanyOf = ({ companyJson, devices, newKey }: Extract<ThreadTask, { type: 'create' }>): NewCompany => {
  const start = JSON.parse(companyJson) as NewCompany
  const company = newKey === null ? start : { ...start, newKey }
  return devices === null ? company : { ...company, devices }
}

/**
 * A short command is done although its page has gone or the company is closing: nobody waits for it, but the clerk did it.
 */
const isCancellable = (name: string): boolean =>
  !isOperationName(name) || contract[name].kind !== 'command' || contract[name].long

// Loaded when asked for: neither belongs in the start of a thread that answers key strokes.
const makeSample = async (task: Extract<ThreadTask, { type: 'sample' }>, control: TaskControl): Promise<null> => {
  const [{ makeSampleCompany }, { fillNewCompany }] = await Promise.all([
    import('../sample/make-sample-company.ts'),
    import('../company-file/fill-company.ts'),
  ])
  const { path, seed, today } = task
  await makeSampleCompany(path, { seed, today: calendarDate(today), ...control }, fillNewCompany)
  return null
}

const runBackups = async (job: BackupJob, control: TaskControl): Promise<unknown> => {
  const { runBackupJob } = await import('./backup-jobs.ts')
  return runBackupJob(job, control)
}
