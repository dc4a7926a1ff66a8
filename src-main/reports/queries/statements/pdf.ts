import type { CompanySettings } from '../../../../src-shared/company/contract/company.ts'
import type { AmountStyle } from '../../../../src-shared/domain/amounts/money.ts'
import { paperFor } from '../../../paper/paper.ts'
import { readSettings } from '../../../company/queries/profile/profile.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { statementData } from './data.ts'

/** The statement as a PDF in base64, on the paper usual where the company keeps its books. */
export const statementPdf: QueryHandler<'statements.pdf'> = async (context, input) => {
  const statement = await statementData(context, input)
  context.checkCancelled()
  const baseCurrency = context.db.value<string>('SELECT base_currency FROM company') ?? statement.currency
  // Loaded with the first statement: setting type takes longer to load than all the rest of a thread.
  const { statementPdf: drawStatement } = await import('../../paper/statement-pdf.ts')
  const { pdf, pages, unprintable } = await drawStatement(statement, {
    paper: paperFor(baseCurrency),
    amounts: amountStyle(readSettings(context.db)),
  })
  context.progress(pages, pages)
  // A customer billed in several currencies has a statement of each.
  const of = statement.otherCurrencies.length === 0 ? '' : ` ${statement.currency}`
  const fileName = `Statement ${plainName(statement.customer.code)}${of} ${statement.statementDate}.pdf`
  return { pdf: Buffer.from(pdf).toString('base64'), pages, fileName, unprintable }
}

const amountStyle = (settings: CompanySettings): AmountStyle => ({
  decimal: settings.decimalMark,
  group: settings.decimalMark === '.' ? ',' : '.',
  negative: settings.negativeStyle,
  grouping: settings.digitGrouping,
})

/** A customer's code may hold what no file system takes in a name. */
const plainName = (code: string): string => code.replace(/[^\p{L}\p{N}_-]+/gu, '-')
