import { ipcMain } from 'electron'
import type { WebContents, WebFrameMain } from 'electron'
import type { ShellEvent } from '../../src-shared/bridge.ts'
import { contract, isOperationName } from '../../src-shared/contract.ts'
import { readAnswer } from '../threads/answers.ts'
import type { RunningCall } from '../threads/running-call.ts'
import type { StartCall } from './calls.ts'
import { isTrustedSender, originOf } from './sender.ts'

interface IpcOrigin {
  readonly sender: WebContents
  readonly senderFrame: WebFrameMain | null
}

type RunningCalls = Map<number, { readonly call: RunningCall; readonly isCommand: boolean }>

export interface Ipc {
  /** Lets this window talk to the main process until it closes. */
  register(contents: WebContents): void
  /** Tells every registered window. */
  announce(event: ShellEvent): void
  /** Whether our page is there and has made a call: before its first one, nothing can have been typed in it. */
  isHeard(): boolean
  /** Routes calls from now on; windows that call earlier wait. */
  serve(start: StartCall): void
}

/** The two channels in and the one for events. `origin` is that of our own pages. */
export const createIpc = (origin: string): Ipc => {
  const windows = new Map<WebContents, RunningCalls>()
  /** Resolves once the commands of the page before are answered: the next page reads what they wrote. */
  const commandsBefore = new Map<WebContents, Promise<unknown>>()
  /** Told before the page listens, which it does before its first call. */
  const early = new Map<WebContents, ShellEvent[]>()
  let serve: (start: StartCall) => void = () => {}
  const serving = new Promise<StartCall>((resolve) => {
    serve = resolve
  })

  /** The running calls of a trusted sender. Throws for anybody else, and for a call without a number. */
  const callsOf = ({ sender, senderFrame }: IpcOrigin, callId: unknown): RunningCalls => {
    const calls = windows.get(sender)
    const isMainFrame = senderFrame !== null && senderFrame === sender.mainFrame
    const trusted = isTrustedSender({ isRegistered: calls !== undefined, isMainFrame, url: senderFrame?.url }, origin)
    if (!trusted || !calls || !Number.isSafeInteger(callId))
      throw new Error('refused: not a call of the Duebook window')
    return calls
  }

  const send = (contents: WebContents, event: ShellEvent): void => {
    const waiting = early.get(contents)
    if (waiting) waiting.push(event)
    else if (!contents.isDestroyed()) contents.send('duebook:event', event)
  }

  const tellRefused = (contents: WebContents, json: string): void => {
    const answer = readAnswer(json)
    if (!answer.ok && answer.error.code !== 'cancelled') send(contents, { type: 'refused', error: answer.error })
  }

  /**
   * A page that loads again numbers its calls from the start. Of those of the page before, commands are done, and the new
   * page is told what was refused; nobody waits for the rest.
   */
  const abandon = (contents: WebContents): void => {
    const left = [...(windows.get(contents)?.values() ?? [])]
    windows.set(contents, new Map())
    early.set(contents, early.get(contents) ?? [])
    for (const { call } of left) call.cancel()
    const commands = left.filter(({ isCommand }) => isCommand)
    const refusalsShown = commands.map(async ({ call }) => tellRefused(contents, await call.answer))
    commandsBefore.set(contents, Promise.all([commandsBefore.get(contents), ...refusalsShown]))
  }

  const sendEarly = (contents: WebContents): void => {
    const waiting = early.get(contents) ?? []
    early.delete(contents)
    for (const event of waiting) send(contents, event)
  }

  ipcMain.handle('duebook:invoke', async (event, name: unknown, inputJson: unknown, callId: number) => {
    const calls = callsOf(event, callId)
    if (calls.has(callId)) throw new Error('refused: a call of this number is running')
    sendEarly(event.sender)
    const start = await serving
    await commandsBefore.get(event.sender)
    const call = start(name, inputJson, (done, total) => {
      if (calls === windows.get(event.sender)) send(event.sender, { type: 'progress', callId, done, total })
    })
    calls.set(callId, { call, isCommand: isCommand(name) })
    try {
      return await call.answer
    } finally {
      calls.delete(callId)
    }
  })

  ipcMain.on('duebook:cancel', (event, callId: number) => callsOf(event, callId).get(callId)?.call.cancel())

  return {
    serve,
    register: (contents) => {
      windows.set(contents, new Map())
      early.set(contents, [])
      contents.on('did-navigate', () => abandon(contents))
      contents.once('destroyed', () => {
        windows.delete(contents)
        early.delete(contents)
        commandsBefore.delete(contents)
      })
    },
    isHeard: () =>
      [...windows.keys()].some(
        (contents) => !contents.isDestroyed() && !early.has(contents) && originOf(contents.getURL()) === origin,
      ),
    announce: (event) => {
      for (const contents of windows.keys()) send(contents, event)
    },
  }
}

const isCommand = (name: unknown): boolean =>
  typeof name === 'string' && isOperationName(name) && contract[name].kind === 'command'
