// Runs a command with a screen to draw on:  node scripts/display.mjs playwright test
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { ROOT, hasDisplay, projectEnv, runScript, say } from './project.mjs'

const IS_WINDOWS = process.platform === 'win32'
const SCREEN = '1680x1050x24'

/**
 * Runs a program of this project to its end, under a virtual display where there is none.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runOnDisplay(command, args) {
  if (hasDisplay()) return runToEnd(command, args)
  say('no display here: windows open on a virtual one (Xvfb)')
  const screen = await startVirtualDisplay()
  try {
    return await runToEnd(command, args, { DISPLAY: screen.name })
  } finally {
    screen.stop()
  }
}

/**
 * Runs a program of this project to its end. A signal to this process is passed on to it alone, so that a window can
 * close in good order; its helper processes follow it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to this project's environment
 * @param {'inherit' | 'pipe'} [output] `pipe`: what it says is shown when it has ended, for a program that is not alone
 * @returns {Promise<number>} its exit code
 */
export function runToEnd(command, args, env = {}, output = 'inherit') {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...projectEnv(), ...env },
    stdio: ['inherit', output, output],
    shell: IS_WINDOWS,
    detached: !IS_WINDOWS,
  })
  /** @type {Buffer[]} */
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const passOn = onceThenKill((signal) => child.kill(signal))
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    // Not `exit`, after which more may be read of what it said.
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, passOn)
      process.stdout.write(Buffer.concat(said))
      resolve(code ?? 1)
    })
  })
}

/**
 * npm repeats the terminal's Ctrl+C, and a second one would end a program without its good-byes: so what follows
 * within two seconds is ignored. Whoever asks again after that means it.
 * @param {(signal: NodeJS.Signals) => void} kill
 * @returns {(signal: NodeJS.Signals) => void}
 */
function onceThenKill(kill) {
  /** @type {number | undefined} */
  let asked
  return (signal) => {
    if (asked === undefined) kill(signal)
    else if (performance.now() - asked > 2000) kill('SIGKILL')
    asked ??= performance.now()
  }
}

/**
 * A screen of its own until `stop`. Not through xvfb-run: that shell keeps signals from the window it runs.
 * @returns {Promise<{name: string, stop: () => boolean}>} the name is what DISPLAY takes
 */
export async function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const failed = once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a display.')))
  const ready = server.stdio[3]
  if (!ready) throw new Error('Xvfb was started without its pipe.')
  const [number] = await Promise.race([once(ready, 'data'), failed])
  failed.catch(() => {}) // from here on, its end is the one we ask for
  return { name: `:${String(number).trim()}`, stop: () => server.kill() }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(() => runOnDisplay(process.argv[2] ?? '', process.argv.slice(3)))
}
