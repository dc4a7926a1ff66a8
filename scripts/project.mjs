// What every script here shares. Without dependencies, for the same reason as prepare.mjs.
import path from 'node:path'

export const ROOT = path.dirname(import.meta.dirname)
export const BIN = path.join(ROOT, 'node_modules', '.bin')

/** Thrown when a person has to act; its message says what to do and is shown without a stack. */
export class NeedsAttention extends Error {}

/** @param {string} text */
export const say = (text) => console.log(`duebook: ${text}`)

/** The environment for what a script starts: this project's own programs, and its Node, come first. */
export function projectEnv() {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return { ...env, PATH: `${BIN}${path.delimiter}${env['PATH'] ?? ''}` }
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/** Runs `main` and turns a NeedsAttention into one line and exit code 1. @param {() => Promise<number>} main */
export async function runScript(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof NeedsAttention)) throw error
    console.error(`duebook: ${error.message}`)
    process.exitCode = 1
  }
}
