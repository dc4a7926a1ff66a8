import { statSync } from 'node:fs'
import type { CompanyFile } from '../company-file/company-file.ts'

export interface CheckpointBounds {
  /** Rest after the last command, in milliseconds. */
  readonly idleMs: number
  /** Growth of the write-ahead log's file, in bytes: readers slow down with its length. */
  readonly growthBytesMax: number
  /** Commands without a rest between. Counted too, because a log that starts over keeps its file's size. */
  readonly commandsMax: number
}

const usual: CheckpointBounds = { idleMs: 500, growthBytesMax: 64 * 1024 * 1024, commandsMax: 2000 }

export interface IdleCheckpoint {
  afterCommand(): void
  stop(): void
}

/** Keeps checkpoints off the posting path: one when the clerk pauses, or when the write-ahead log outgrows a bound. */
export const checkpointWhenIdle = (company: CompanyFile, bounds: CheckpointBounds = usual): IdleCheckpoint => {
  let timer: NodeJS.Timeout | undefined
  let commands = 0
  let bytesBefore = 0
  const logBytes = (): number => statSync(`${company.path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  const checkpoint = (): void => {
    company.checkpoint()
    commands = 0
    bytesBefore = logBytes()
  }
  return {
    stop: () => clearTimeout(timer),
    afterCommand: () => {
      clearTimeout(timer)
      commands += 1
      if (commands >= bounds.commandsMax || logBytes() - bytesBefore > bounds.growthBytesMax) checkpoint()
      else timer = setTimeout(checkpoint, bounds.idleMs)
    },
  }
}
