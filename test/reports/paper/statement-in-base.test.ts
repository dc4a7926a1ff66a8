import { describe, expect, test } from 'vitest'
import type { Statement } from '../../../src-shared/reports/contract/statements.ts'
import { formatAmount } from '../../../src-shared/domain/amounts/money.ts'
import { statementPdf } from '../../../src-main/reports/paper/statement-pdf.ts'
import { readPdf, type ReadPdf } from '../../paper/read-pdf.ts'
import { sampleStatement } from './statement-sample.ts'

const printed = async (statement: Statement): Promise<ReadPdf> =>
  readPdf((await statementPdf(statement, { paper: 'letter' })).pdf)

const usd = (minorUnits: number): string => formatAmount(minorUnits, 'USD')

describe('a customer billed in another currency than the company’s', () => {
  const inEuro = (): Statement => {
    const base = sampleStatement(12, { currency: 'EUR' })
    const worth = (amount: number): number => amount * 2
    return {
      ...base,
      lines: base.lines.map((line) => ({ ...line, openInBase: worth(line.open) })),
      inBase: {
        currency: 'JPY',
        unapplied: worth(base.unapplied),
        buckets: base.aging.buckets.map(worth),
        pastDue: worth(base.pastDue),
        total: worth(base.total),
      },
    }
  }
  const yen = (amount: number): string => formatAmount(amount, 'JPY')

  test('reads each open item, the total and the aging in the company’s too', async () => {
    const statement = inEuro()
    const { text } = await printed(statement)
    expect(text).toContain('Original | Paid | Open | Open in JPY | Balance')
    for (const { open, openInBase, runningBalance } of statement.lines)
      expect(text).toContain(`${usd(open)} | ${yen(openInBase ?? 0)} | ${usd(runningBalance)}`)
    expect(text).toContain(`Equivalent in JPY | ${yen(2 * statement.total)}`)
    const band = [...statement.aging.buckets, -statement.unapplied, statement.total]
    expect(text).toContain(band.map((amount) => `JPY ${yen(2 * amount)}`).join(' | '))
  })

  test('in the balance-forward form reads what was brought forward, each row, the total and the aging', async () => {
    const from = sampleStatement(1).statementDate
    const shared = { date: from, kind: 'adjustment', dueDate: null, paid: 0 } as const
    const exchange = { ...shared, number: '', reference: 'Exchange differences', original: 0, open: 0 }
    const { lines, ...rest } = inEuro()
    const statement: Statement = {
      ...rest,
      form: 'balance_forward',
      from,
      openingBalance: 5000,
      openingInBase: 12_345,
      lines: [...lines, { ...exchange, openInBase: -321, runningBalance: 999 }],
    }
    const { text } = await printed(statement)
    expect(text).toContain('Charges | Credits | In JPY | Balance')
    expect(text).toContain(`Balance brought forward | ${yen(12_345)} | ${usd(5000)}`)
    for (const { original, openInBase, runningBalance } of lines)
      expect(text).toContain(`${usd(original)} | ${yen(openInBase ?? 0)} | ${usd(runningBalance)}`)
    expect(text).toMatch(new RegExp(`Adjustment \\| Exchange.* \\| ${yen(-321)} \\| ${usd(999)}`))
    expect(text).toContain(`Equivalent in JPY | ${yen(2 * statement.total)}`)
  })

  test('a customer billed in the company’s own reads none of it', async () => {
    expect((await printed(sampleStatement(12))).text).not.toContain('Equivalent')
  })
})
