import { contract, isOperationName, type OperationName, type ShellName } from '../../src-shared/contract.ts'
import { isAtLeast } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { answerOf, refusedAnswer } from '../kernel/answers.ts'
import { assertInputSize, readInput, readJson } from '../threads/read-input.ts'
import { answeredCall, type OnProgress, type RunningCall } from '../threads/running-call.ts'
import type { ShellContext, ShellHandler } from './context.ts'
import { shellOperations } from './operations/index.ts'

export type StartCall = (name: unknown, inputJson: unknown, onProgress: OnProgress) => RunningCall

/** Operations of the ledger that read a file the clerk chose: the token in their input becomes a path here. */
export const fileOperations = ['imports.preview', 'imports.dryRun', 'imports.run'] as const satisfies OperationName[]
type FileOperation = (typeof fileOperations)[number]

/**
 * Starts whatever the window asks for. Name and input are of unknown origin: each is checked, here or by the kernel, and
 * every outcome is an answer, never a throw.
 */
export const createCalls = (context: ShellContext, log: (line: string) => void): StartCall => {
  const start = (name: OperationName, inputJson: string, onProgress: OnProgress): RunningCall => {
    if (isShellName(name)) return startShell(context, name, inputJson, onProgress, log)
    if (isFileOperation(name)) return startWithFile(context, name, inputJson, onProgress)
    return context.life.threads().start(name, inputJson, { onProgress })
  }
  return (name, inputJson, onProgress) => {
    try {
      if (typeof name !== 'string' || !isOperationName(name)) throw new Refusal('unknown_operation')
      if (typeof inputJson !== 'string')
        throw new Refusal('invalid_input', { field: 'The entry', problem: 'is not text' })
      assertInputSize(inputJson)
      return start(name, inputJson, onProgress)
    } catch (error) {
      if (error instanceof Refusal) return answeredCall(JSON.stringify(refusedAnswer(error)))
      throw error
    }
  }
}

const isShellName = (name: OperationName): name is ShellName => contract[name].kind === 'shell'

const isFileOperation = (name: OperationName): name is FileOperation =>
  fileOperations.some((operation) => operation === name)

const startShell = <N extends ShellName>(
  context: ShellContext,
  name: N,
  inputJson: string,
  progress: OnProgress,
  log: (line: string) => void,
): RunningCall => {
  let stop = (): void => {}
  const handler: ShellHandler<N> = shellOperations[name]
  const control = { progress, onCancel: (given: () => void) => void (stop = given) }
  const answer = answerOf(name, log, async () => {
    const input = readInput(name, inputJson)
    // Nothing is waited for where nobody has to be asked: what closes the company next comes after it.
    if (contract[name].role !== 'viewer') await assertMay(context, name)
    return handler(context, input, control)
  })
  return { answer: answer.then((answered) => JSON.stringify(answered)), cancel: () => stop() }
}

/**
 * What the main process does itself is asked of whoever works in the open company. Where none is open nobody works, and a
 * damaged one has to be rescued by whoever is there.
 */
const assertMay = async (context: ShellContext, name: ShellName): Promise<void> => {
  const { role } = contract[name]
  if (!context.life.isOpen || context.life.threads().onlyReads?.code === 'file_corrupt') return
  const { person } = await context.life.ask('session.who', {})
  if (person === null) throw new Refusal('sign_in_needed')
  if (!isAtLeast(person.role, role)) throw new Refusal('not_allowed', { role })
}

const startWithFile = (
  context: ShellContext,
  name: FileOperation,
  inputJson: string,
  onProgress: OnProgress,
): RunningCall => {
  const token = tokenIn(inputJson)
  const file = context.tokens.pathOf(token, 'import')
  const call = context.life.threads().start(name, inputJson, { onProgress, file })
  if (name !== 'imports.run') return call
  const spend = (json: string): string => {
    if (json.startsWith('{"ok":true')) context.tokens.spend(token)
    return json
  }
  return { ...call, answer: call.answer.then(spend) }
}

const tokenIn = (inputJson: string): string => {
  const input = readJson(inputJson)
  const token = typeof input === 'object' && input !== null && 'token' in input ? input.token : undefined
  if (typeof token === 'string') return token
  throw new Refusal('invalid_input', { field: 'Token', problem: 'is needed. Choose the file again' }, 'token')
}
