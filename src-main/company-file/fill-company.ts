import { existsSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { InputOf, OperationName, OutputOf } from '../../src-shared/contract.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { chainHead, type ChainHead } from '../db/command-chain.ts'
import { sqliteRefusal } from '../db/errors.ts'
import { openWritable } from '../db/open.ts'
import { discardUnfinished, removeUnfinished, syncFile, syncFolder } from './backup/backup-files.ts'
import { noteEnd } from './clean-end.ts'
import { call, companyFile } from './company-file.ts'
import { createCompanyFile, type NewCompany } from './create-company.ts'

/** Runs one operation and throws its Refusal; commands receive a uid. */
export type RunOperation = <N extends OperationName>(
  name: N,
  input: Omit<InputOf<N>, 'commandUid'>,
) => Promise<OutputOf<N>>

const CHECKPOINT_PAGES = 2000

/**
 * Makes a company and fills it by many commands at once. Until it is whole it bears another name and nothing waits for
 * the disk: a power cut loses all of it, never part of it. The clock is asked by every command.
 */
export const fillNewCompany = async (
  path: string,
  company: Omit<NewCompany, 'clock'>,
  clock: () => Date,
  fill: (run: RunOperation) => Promise<void>,
): Promise<void> => {
  if (existsSync(path)) throw new Refusal('file_exists', { file: basename(path) })
  const unfinished = `${path}.filling`
  try {
    removeUnfinished(unfinished)
    createCompanyFile(unfinished, { ...company, clock })
    const head = await runAll(unfinished, clock, fill)
    syncFile(unfinished)
    if (existsSync(path)) throw new Refusal('file_exists', { file: basename(path) })
    renameSync(unfinished, path)
    syncFolder(dirname(path))
    noteEnd(path, head)
  } catch (error) {
    discardUnfinished(unfinished)
    throw sqliteRefusal(error, path) ?? error
  }
}

const runAll = async (
  path: string,
  clock: () => Date,
  fill: (run: RunOperation) => Promise<void>,
): Promise<ChainHead> => {
  const connection = openWritable(path)
  try {
    connection.driver.pragma('synchronous = OFF')
    connection.driver.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    const file = companyFile(connection, { clock }, undefined)
    await fill((name, input) => call(file, name, input as never))
    connection.driver.pragma('wal_checkpoint(TRUNCATE)')
    return chainHead(connection)
  } finally {
    connection.close()
  }
}
