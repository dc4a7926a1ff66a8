import { ipcMain } from 'electron'
import type { WebContents, WebFrameMain } from 'electron'
import type { ShellEvent } from '../../src-shared/contract/bridge.ts'
import type { RunningCall } from '../host/running-call.ts'
import type { StartCall } from './calls.ts'
import { isTrustedSender } from './sender.ts'

interface IpcOrigin {
  readonly sender: WebContents
  readonly senderFrame: WebFrameMain | null
}

export interface Ipc {
  /** Lets this window talk to the main process until it closes. */
  register(contents: WebContents): void
  /** Tells every registered window. */
  announce(event: ShellEvent): void
  /** Routes calls from now on; windows that call earlier wait. */
  serve(start: StartCall): void
}

/** The two channels in and the one for events. `origin` is that of our own pages. */
export const createIpc = (origin: string): Ipc => {
  const windows = new Map<WebContents, Map<number, RunningCall>>()
  /** Told before the page listens, which it does before its first call. */
  const early = new Map<WebContents, ShellEvent[]>()
  let serve: (start: StartCall) => void = () => {}
  const serving = new Promise<StartCall>((resolve) => {
    serve = resolve
  })

  /** The running calls of a trusted sender. Throws for anybody else, and for a call without a number. */
  const callsOf = ({ sender, senderFrame }: IpcOrigin, callId: unknown): Map<number, RunningCall> => {
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

  /** A page that loads again numbers its calls from the start, and nobody waits for those of the page before. */
  const abandon = (contents: WebContents): void => {
    const calls = windows.get(contents)
    for (const call of calls?.values() ?? []) call.cancel()
    calls?.clear()
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
    const call = start(name, inputJson, (done, total) => send(event.sender, { type: 'progress', callId, done, total }))
    calls.set(callId, call)
    try {
      return await call.answer
    } finally {
      if (calls.get(callId) === call) calls.delete(callId)
    }
  })

  ipcMain.on('duebook:cancel', (event, callId: number) => callsOf(event, callId).get(callId)?.cancel())

  return {
    serve,
    register: (contents) => {
      windows.set(contents, new Map())
      early.set(contents, [])
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) abandon(contents)
      })
      contents.once('destroyed', () => {
        windows.delete(contents)
        early.delete(contents)
      })
    },
    announce: (event) => {
      for (const contents of windows.keys()) send(contents, event)
    },
  }
}
