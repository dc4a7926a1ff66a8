// npm start [-- <company file>]: installs what is missing, builds what is stale, opens the window.
import fs from 'node:fs'
import path from 'node:path'
import { buildIfStale } from './build.mjs'
import { runOnDisplay } from './display.mjs'
import { electronProgram } from './electron/select.mjs'
import { prepare } from './prepare.mjs'
import { ROOT, hasDisplay, runScript, say } from './project.mjs'

/** npm runs scripts in the project's folder; a file named on the command line is meant from the caller's. @param {string} argument */
function fromCallersFolder(argument) {
  return argument.startsWith('-') ? argument : path.resolve(process.env['INIT_CWD'] ?? process.cwd(), argument)
}

// A virtual display has no session bus and no graphics card, of which Chromium would complain at length.
function chromiumArguments() {
  return [...sandboxArguments(), ...(hasDisplay() ? [] : ['--log-level=3'])]
}

/** Chromium's sandbox needs rights that root, or Ubuntu's AppArmor, refuses a program run from a project's folder. */
function sandboxArguments() {
  if (process.platform !== 'linux') return []
  if (process.getuid?.() === 0) {
    say("running as root, so without Chromium's process sandbox")
    return ['--no-sandbox']
  }
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
  if (fs.existsSync(restriction) && fs.readFileSync(restriction, 'utf8').trim() === '1') {
    say("AppArmor restricts user namespaces here, so without Chromium's process sandbox (the installed app has it)")
    return ['--no-sandbox']
  }
  return []
}

await runScript(async () => {
  await prepare()
  await buildIfStale()
  say('opening the window; close it or press Ctrl+C to end')
  const named = process.argv.slice(2).map(fromCallersFolder)
  return runOnDisplay(electronProgram(), [...chromiumArguments(), ROOT, ...named])
})
