import { isKnownCurrency } from './currency.ts'
import { guessDatePattern } from './date-text.ts'
import { importFields } from './import-fields.ts'
import type { ImportColumns, ImportField } from './import-fields.ts'

// Header words of the ledgers clerks leave behind, lower case, letters and digits only, the surest first.
const SYNONYMS = {
  customer_code:
    'customercode customerid customerno customernumber customeraccount customerkey customerref custcode custid custno ' +
    'custnum custnumber accountcode accountid accountno accountnumber acctno acctcode acct clientcode clientid clientno ' +
    'debtorcode debtorid debtorno debtornumber billtocode billtoid account code customer client debtor',
  customer_name:
    'customername custname companyname accountname clientname debtorname billtoname businessname company billto name ' +
    'customer client debtor',
  country: 'country countrycode countryname billingcountry billtocountry',
  invoice_number:
    'invoicenumber invoiceno invoicenum invoiceid invoicecode invoiceref invno invnumber invnum invid documentnumber ' +
    'documentno documentid docno docnumber docnum docid billnumber billno transactionnumber transactionno invoice ' +
    'document number no num',
  invoice_date:
    'invoicedate invdate dateofinvoice documentdate docdate documentcreatedate billdate billingdate issuedate ' +
    'dateissued issuedon invoicedon transactiondate postingdate date',
  due_date: 'duedate datedue dueon dueby paymentduedate paymentdue netduedate maturitydate due dueindate',
  amount:
    'invoiceamount invamount invoicetotal invoicevalue totalamount amounttotal grandtotal grossamount originalamount ' +
    'billedamount documentamount docamount totalopenamount amount total gross value',
  reference:
    'reference ref referenceno referencenumber customerreference yourreference yourref customerpo ponumber pono ' +
    'purchaseorder purchaseorderno purchaseordernumber ordernumber orderno po',
  settled_date:
    'settleddate settlementdate datesettled settledon paiddate datepaid paidon paymentdate dateofpayment ' +
    'paymentreceiveddate receiptdate datereceived cleareddate cleardate clearingdate closeddate settled paid cleared',
} as const satisfies Record<ImportField, string>

const dateFields: readonly ImportField[] = ['invoice_date', 'due_date', 'settled_date']

/**
 * Which column holds which field, from the headers alone; a date field also needs a column whose samples read as dates
 * (a column "Paid" often holds yes and no). Each column is taken once; what has no match is left out.
 * @param samples values of a column, by its index
 */
export function guessColumns(
  headers: readonly string[],
  samples: (column: number) => readonly string[],
): Readonly<ImportColumns> {
  const words = headers.map(plainWord)
  const taken = new Set<number>()
  const columns: { [Field in ImportField]?: number } = {}
  for (const field of importFields) {
    const column = findColumn(field, words, taken, samples)
    if (column === null) continue
    taken.add(column)
    columns[field] = column
  }
  return columns
}

function findColumn(
  field: ImportField,
  words: readonly string[],
  taken: ReadonlySet<number>,
  samples: (column: number) => readonly string[],
): number | null {
  for (const synonym of SYNONYMS[field].split(' ')) {
    const column = words.findIndex((word, index) => word === synonym && !taken.has(index))
    if (column >= 0 && (!dateFields.includes(field) || holdsDates(samples(column)))) return column
  }
  return null
}

const holdsDates = (values: readonly string[]): boolean =>
  values.every((value) => value.trim() === '') || guessDatePattern(values).pattern !== null

/** "Invoice Amount (USD)" is the same header as invoice_amount. */
const plainWord = (header: string): string =>
  header
    .replace(/\([^)]*\)/g, '')
    .replace(/\b[A-Z]{3}\b/g, (letters) => (isKnownCurrency(letters) ? '' : letters))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
