import { expect, test } from 'vitest'
import { columnRange } from '../../src-renderer/ui/charts/column-range.ts'

test('columns stand on zero; one below it leaves room for its figure', () => {
  expect(columnRange([0, 700_00])).toEqual([0, 700_00])
  expect(columnRange([])).toEqual([0, 1])
  const [least, most] = columnRange([700_00, -100_00])
  expect(most).toBe(700_00)
  expect(least).toBe(-260_00)
})
