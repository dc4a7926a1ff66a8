import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { writtenInvariants } from '../../src-main/db/sql-files.ts'

const root = join(import.meta.dirname, '../..')

/** What was there under another name, before a migration got its number, goes. */
const mirror = (from: readonly string[], to: string): void => {
  for (const folder of from) cpSync(folder, to, { recursive: true })
  for (const name of readdirSync(to)) {
    if (!from.some((folder) => existsSync(join(folder, name)))) rmSync(join(to, name))
  }
}

/** Node keeps what it compiled when a program comes to its end, which one that is killed does not: so once without work. */
const keepCompiled = (program: string): void => {
  process.env['NODE_COMPILE_CACHE'] ??= join(root, '.cache/compile')
  spawnSync(process.execPath, [program], { stdio: 'ignore' })
}

/**
 * Bundles a program that a crash test starts hundreds of times: started from source it would spend most of the test
 * reading modules. Laid out in the folder as the built program is. Returns the program's path.
 */
export const bundleProgram = async (name: string, folder = join(root, '.cache/crash')): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  mirror([join(root, 'migrations')], join(folder, 'migrations'))
  mirror(writtenInvariants(join(root, 'src-main')), join(folder, 'invariants'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: join(folder, 'main'),
      emptyOutDir: false,
      target: 'node24',
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  const program = join(folder, 'main', `${name}.js`)
  keepCompiled(program)
  return program
}
