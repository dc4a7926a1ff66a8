import fs from 'node:fs'
import prettier from 'prettier'
import { printed } from './house.mjs'

/** Writes the tables of the house into ARCHITECTURE, in place of those that stand there. */
const file = 'ARCHITECTURE.md'
const text = fs.readFileSync(file, 'utf8')
const written = text.replace(/^\| module +\|[\s\S]*?(?=\n\n(?!\| room))/m, () => printed())
fs.writeFileSync(file, await prettier.format(written, { ...(await prettier.resolveConfig(file)), parser: 'markdown' }))
