// Runs a command with a screen to draw on:  node scripts/display.mjs playwright test
import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { ROOT, hasDisplay, projectEnv, runScript, say } from './project.mjs'

/**
 * Runs a program of this project to its end, under a virtual display where there is none.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runOnDisplay(command, args) {
  if (hasDisplay()) return runToEnd(command, args)
  say('no display here: the window opens on a virtual one (xvfb-run)')
  return runToEnd('xvfb-run', ['-a', '-s', '-screen 0 1680x1050x24', command, ...args])
}

/**
 * Runs a program of this project to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runToEnd(command, args) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = projectEnv()
  const isWindows = process.platform === 'win32'
  // Its own group, so that a signal reaches the window behind xvfb-run too.
  const child = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit', shell: isWindows, detached: !isWindows })
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    if (child.pid === undefined || child.exitCode !== null) return
    if (isWindows) child.kill(signal)
    else process.kill(-child.pid, signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 0 : 1)))
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(() => runOnDisplay(process.argv[2] ?? '', process.argv.slice(3)))
}
