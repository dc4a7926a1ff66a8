import { parentPort, workerData } from 'node:worker_threads'
import { holdKeys } from '../company-file/encryption/key-ring.ts'
import type { FromThread, ThreadRole, ToThread } from './messages.ts'
import { createTasks } from './tasks.ts'
import { throttled } from './throttle.ts'

/** One thread of the host. Tasks run one after another, in the order they came. */
if (!parentPort) throw new Error('worker.ts runs as a worker thread')
const port = parentPort
const { role } = workerData as { readonly role: ThreadRole }

const post = (message: FromThread): void => port.postMessage(message)
const runTask = createTasks(role, (line) => post({ type: 'log', line }))

const answer = async ({ id, task, cancelFlag, keys }: ToThread): Promise<void> => {
  if (keys !== undefined) holdKeys(keys)
  const flag = new Int32Array(cancelFlag)
  const answered = await runTask(task, {
    isCancelled: () => Atomics.load(flag, 0) === 1,
    progress: throttled(
      (done, total) => post({ type: 'progress', id, done, total }),
      () => performance.now(),
    ),
  })
  post({ type: 'answer', id, json: JSON.stringify(answered) })
}

let last: Promise<void> = Promise.resolve()
port.on('message', (message: ToThread) => {
  last = last.then(() => answer(message))
})
