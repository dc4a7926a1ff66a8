import { spawn } from 'node:child_process'
import os from 'node:os'

/** Keeps every core busy, as a machine with other work does; returns the function that ends it. */
export function keepCoresBusy(): () => void {
  const spinning = Array.from({ length: os.availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;) if (process.ppid === 1) process.exit()'], { stdio: 'ignore' }),
  )
  return () => {
    for (const child of spinning) child.kill('SIGKILL')
  }
}
