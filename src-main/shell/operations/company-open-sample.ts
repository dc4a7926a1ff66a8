import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import type { ShellHandler } from '../context.ts'
import { asDiskRefusal } from '../disk-refusal.ts'

const SAMPLE_NAME = 'Sample company'
/** The same history for everyone who tries it, so that a question about it can be answered. */
const SAMPLE_SEED = 1

/** A fresh sample never takes an older one's place: what was tried out in it stays. */
const sampleFiles = (folder: string): { readonly newest: string | null; readonly free: string } => {
  let newest: string | null = null
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, `${SAMPLE_NAME}${number === 1 ? '' : ` ${number}`}.duebook`)
    if (!existsSync(file)) return { newest, free: file }
    newest = file
  }
}

export const openSampleCompany: ShellHandler<'company.openSample'> = async (context, { fresh }, control) => {
  const folder = context.folders.companies
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw asDiskRefusal(error, folder)
  }
  const { newest, free } = sampleFiles(folder)
  if (newest !== null && !fresh) return context.life.open(newest)
  await context.host.makeSample(free, SAMPLE_SEED, fromClock(context.clock()), {
    onProgress: control.progress,
    onStarted: control.onCancel,
  })
  return context.life.open(free)
}
