/**
 * The program that is killed: sends the commands of a plan to a company one after another, as fast as it can. Before each
 * it says that it begins, after the answer that it ended. Arguments: the company file, the plan and the list to import.
 */
import { readFileSync, readSync, writeSync } from 'node:fs'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { signInOwner } from '../fixtures/clerk.ts'

export interface Deed {
  readonly name: string
  readonly input: unknown
}

const [path = '', plan = '', list = ''] = process.argv.slice(2)
const deeds = JSON.parse(readFileSync(plan, 'utf8')) as readonly Deed[]

readSync(0, Buffer.alloc(1))
const company = openForWriting(path, { clock: () => new Date('2025-06-30T12:00:00.000Z') })
await signInOwner(company)
for (const { name, input } of deeds) {
  writeSync(1, 'begun\n')
  await company.dispatch(name, input, { file: list })
  writeSync(1, 'ended\n')
}
// Stays to be killed, so that every run ends alike.
readSync(0, Buffer.alloc(1))
