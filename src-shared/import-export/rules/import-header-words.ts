import type { ImportField } from './import-fields.ts'

/**
 * Header words of the ledgers clerks leave behind, lower case, letters and digits only, the surest first. Those of
 * QuickBooks, Sage, Xero, SAP (table names and its lists), Dynamics, DATEV and of data warehouses filled from them.
 */
export const HEADER_WORDS = {
  customer_code:
    'customercode customerid customerno customernumber customeraccount customerkey customerref custcode custid custno ' +
    'custnum custnumber accountcode accountid accountno accountnumber acctno acctcode acct clientcode clientid clientno ' +
    'clientnumber debtorcode debtorid debtorno debtornumber billtocode billtoid billtocustomer billtocustomerno ' +
    'selltocustomerno kunnr kunde kundennr kundennummer debitor debitorennr debitorennummer debitorennummer partnerid ' +
    'partnercode soldto soldtoparty payer ac acref accountref accountreference contactcode contactid sopcustomer custkey ' +
    'cliente codcliente codigocliente codecliente codicecliente clientnr klant klantnr klantnummer kontrahent odberatel ' +
    'account code customer client debtor customerfullname contactname contact',
  customer_name:
    'customername namecustomer custname companyname accountname clientname debtorname billtoname billtocustomername ' +
    'selltocustomername customerfullname contactname businessname tradingname partnername name1 name2 kundenname ' +
    'debitorenname company billto name customer client debtor contact',
  country:
    'country countrycode countryname billingcountry billtocountry countryregion countryregioncode land1 land pocountry ' +
    'region',
  invoice_number:
    'invoicenumber invoiceno invoicenum invoiceid invoicecode invoiceref invno invnumber invnum invid documentnumber ' +
    'documentno documentid docno docnumber docnum docid billnumber billno billingdocument transactionnumber ' +
    'transactionno transno transactionid belnr vbeln belegnr belegnummer belegfeld1 rechnungsnr rechnungsnummer refnbr ' +
    'refnumber referencenbr voucherno vouchernumber facture numerofacture nofacture nfacture factura nofactura numfactura ' +
    'numerofactura fattura numerofattura factuur factuurnr factuurnummer faktura fakturanr invoice document number no num',
  document_type:
    'documenttype doctype transactiontype trantype transtype trnstype invoicetype entrytype vouchertype blart ' +
    'belegart rectype itemtype type tp shkzg debitcredit debitcreditindicator drcr crdr dc sh',
  invoice_date:
    'invoicedate invdate dateofinvoice documentdate docdate documentcreatedate billdate billingdate issuedate ' +
    'dateissued issuedon invoicedon bldat belegdatum rechnungsdatum transactiondate trandate transdate postingdate budat ' +
    'buchungsdatum baselinecreatedate baselinedate zfbdt createdate createddate dateraised datefacture fechafactura ' +
    'datafattura factuurdatum fakturadato date fecha data datum dato',
  due_date:
    'duedate datedue dueon dueby paymentduedate paymentdue paymentdueby netduedate netdue maturitydate due dueindate ' +
    'faelligkeit falligkeit faelligam falligam nettofalligkeit nettofaelligkeit expirydate echeance dateecheance ' +
    'vencimiento fechavencimiento scadenza datascadenza vervaldatum forfaldsdato forfallodag',
  amount:
    'invoiceamount invamount invoicetotal invoicevalue totalamount amounttotal grandtotal grossamount originalamount ' +
    'origamount originalamt origdocamt originalvalue billedamount documentamount docamount amountincltax amountincludingvat ' +
    'totalincltax totalinctax amountinclvat wrbtr dmbtr amountindoccurr amountindocumentcurrency amountinlocalcurrency ' +
    'betraginhauswahrung betraginhauswaehrung betraginbelegwahrung betraginbelegwaehrung betrag bruttobetrag umsatz ' +
    'rechnungsbetrag montant montantttc totalttc importe importo bedrag belob belopp kwota castka amount amt total gross ' +
    'value sum debit',
  open_amount:
    'openamount amountopen openbalance openbal openitem openvalue totalopenamount opentotal remainingamount ' +
    'remainingamt amountremaining remaining balancedue amountdue invoiceamountdue dueamount outstanding ' +
    'outstandingamount amountoutstanding outstandingbalance balanceoutstanding unpaid unpaidamount amountunpaid ' +
    'unpaidbalance docbal docbalance curdocbal remainamt offenerbetrag offen solde restantdu saldopendiente openstaand ' +
    'os saldo balance bal open due',
  currency:
    'currency currencycode curr currcode cur curycd cury curid currencyid invoicecurrency doccurrency documentcurrency ' +
    'transactioncurrency waers waehrung wahrung belegwahrung belegwaehrung hauswahrung hauswaehrung wkz ccy',
  exchange_rate:
    'exchangerate exchrate exrate fxrate fx currencyrate conversionrate rateofexchange kurs wechselkurs umrechnungskurs ' +
    'kursf ukurs curyrate currencyfactor homecurrencyexchangerate',
  quantity: 'quantity qty qtyinvoiced invoicedquantity menge fkimg anzahl units pieces',
  tax_code:
    'taxcode vatcode gstcode taxtype taxid salestaxcode taxratecode itemtaxcode mwskz steuerkennzeichen ' +
    'steuerschluessel vatprodpostinggroup tc',
  tax_rate:
    'taxrate vatrate gstrate salestaxrate taxpercent vatpercent taxpct vatpct taxpercentage vatpercentage ' +
    'steuersatz mwstsatz ustsatz',
  tax_amount:
    'taxamount vatamount gstamount salestax salestaxamount totaltax taxtotal amounttax itemtaxamount mwst steuerbetrag ' +
    'tax vat gst',
  reference:
    'reference ref referenceno referencenumber customerreference yourreference yourref customerpo ponumber pono ' +
    'purchaseorder purchaseorderno purchaseordernumber ordernumber orderno externaldocumentno extref xblnr zuonr ' +
    'referenz po memo details description',
  settled_date:
    'settleddate settlementdate datesettled settledon paiddate datepaid paidon fullypaidondate paymentdate dateofpayment ' +
    'paymentreceiveddate receiptdate datereceived cleareddate cleardate clearingdate augdt ausgleichsdatum closeddate ' +
    'lastpaymentdate settled paid cleared',
  earns_discount:
    'earnsdiscount earnsearlydiscount discountable discountallowed cashdiscountallowed discounteligible skontofahig ' +
    'skontofaehig',
  memo:
    'memo notes note comment comments remark remarks details description message customermessage privatenote ' +
    'buchungstext verwendungszweck bktxt sgtxt bemerkung',
} as const satisfies Record<ImportField, string>

const KNOWN: ReadonlySet<string> = new Set(Object.values(HEADER_WORDS).flatMap((words) => words.split(' ')))

/** Whether a header, as plainWord gives it, says what its column holds. */
export const isKnownHeader = (word: string): boolean => KNOWN.has(word)
