import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paginate } from '../../src-main/reports/paper/paginate.ts'

describe('dealing rows onto pages', () => {
  const room = { firstPage: 100, nextPage: 200, closing: 40 }

  test.each([
    { story: 'no rows', heights: [], pages: [[0, 0]] },
    { story: 'rows and totals fit', heights: [20, 20, 20], pages: [[0, 3]] },
    { story: 'rows fill the first page', heights: [50, 50, 20], pages: [[0, 2], [2, 3]] }, // prettier-ignore
    { story: 'totals take the last two rows along', heights: [20, 20, 20, 20], pages: [[0, 2], [2, 4]] }, // prettier-ignore
    { story: 'a single row stays where it is', heights: [90], pages: [[0, 1], [1, 1]] }, // prettier-ignore
  ])('$story', ({ heights, pages }) => {
    expect(paginate(heights, room).map(({ first, end }) => [first, end])).toEqual(pages)
  })

  test('only the last page closes', () => {
    expect(paginate([90, 90, 90, 90], room).map(({ closes }) => closes)).toEqual([false, false, true])
  })

  test('every row is on one page, in order, and no page holds more than fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 60 }), { maxLength: 200 }),
        fc.integer({ min: 20, max: 90 }),
        (heights, closing) => {
          const pages = paginate(heights, { ...room, closing })
          const dealt = pages.flatMap(({ first, end }) => heights.slice(first, end))
          expect(dealt).toEqual(heights)
          pages.forEach(({ first, end, closes }, index) => {
            const used = heights.slice(first, end).reduce((total, height) => total + height, closes ? closing : 0)
            expect(used).toBeLessThanOrEqual(index === 0 ? room.firstPage : room.nextPage)
          })
        },
      ),
    )
  })
})
