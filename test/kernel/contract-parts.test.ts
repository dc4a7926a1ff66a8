import { expect, test } from 'vitest'
import { contract } from '../../src-shared/contract.ts'
import { MODULES } from '../../scripts/house.mjs'

const moduleContracts = await Promise.all(
  MODULES.map(async ({ name }) => {
    const part = (await import(`../../src-shared/${name}/contract/index.ts`)) as Readonly<Record<string, object>>
    const asName = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    return Object.keys(part[`${asName}Contract`] ?? {})
  }),
)

test('every module contributes its operations, and no two declare the same', () => {
  const names = moduleContracts.flat()
  expect(new Set(names).size).toBe(names.length)
  expect(names.toSorted()).toEqual(Object.keys(contract).toSorted())
})
