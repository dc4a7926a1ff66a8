import { expect, test } from 'vitest'
import { amountCell, csvCells, csvHead, htmlTable, tabbed } from '../../src-shared/domain/lists/list-cell.ts'
import type { SheetColumn } from '../../src-shared/domain/lists/list-cell.ts'

const columns: readonly SheetColumn[] = [
  { title: 'Number', kind: 'code' },
  { title: '=Name', kind: 'text' },
  { title: 'Due', kind: 'date' },
  { title: 'Open', kind: 'amount' },
]

test('an amount leaves the list in the digits of its currency, with a point and no other mark', () => {
  expect(amountCell(-123_456_789, 'USD')).toBe('-1234567.89')
  expect(amountCell(1_234, 'JPY')).toBe('1234')
  expect(amountCell(5, 'KWD')).toBe('0.005')
})

test('no text is taken for a formula, and no amount for a text', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1']) {
    expect(csvCells(columns, ['7', text, null, '-12.50'])).toMatch(/^7,"?'/)
    expect(csvCells(columns, ['7', text, null, '-12.50'])).toMatch(/,-12\.50\r\n$/)
  }
  expect(csvHead(columns)).toBe("\uFEFFNumber,'=Name,Due,Open\r\n")
  expect(csvCells(columns, ['-7', 'x', null, '=1'])).toBe("'-7,x,,'=1\r\n")
})

test('what is copied keeps one row a line and one cell a tab', () => {
  const text = tabbed(columns, [['0007', 'a\tb\nc', '2025-06-30', '-12.50']])
  expect(text).toBe("Number\t'=Name\tDue\tOpen\r\n0007\ta b c\t2025-06-30\t-12.50")
})

test('a code keeps its leading zeros in what is copied, an amount stays a figure, and nothing is markup', () => {
  const html = htmlTable(columns, [['0007', '<b>&"', '2025-06-30', '12.50']])
  expect(html).toContain(`<td style="mso-number-format:'\\@'">0007</td>`)
  expect(html).toContain('&lt;b&gt;&amp;&quot;')
  expect(html).toContain('<td>12.50</td>')
})
