import { eachPlainField } from '../../src-shared/customers/contract/plain-fields.ts'
import type { PaymentTerms } from '../../src-shared/company/rules/terms/terms.ts'
import { catalogue, freight, type CatalogueItem } from './catalogue.ts'
import type { CustomerPlan } from './customer-plans.ts'
import type { RunOperation, SampleCustomer } from './ledger-client.ts'

export interface SampleProduct extends CatalogueItem {
  readonly id: number
}

/** What invoices and receipts choose from. */
export interface MasterData {
  readonly products: readonly SampleProduct[]
  readonly freight: SampleProduct
  readonly salesTaxId: number
  readonly noTaxId: number
  readonly bankAccountId: number
  readonly terms: ReadonlyMap<string, { readonly id: number; readonly rule: PaymentTerms }>
}

const PRICE_MILLIONTHS_PER_CENT = 10_000
const MAINE_SALES_TAX = 5_500_000

const found = <T>(list: readonly T[], matches: (each: T) => boolean, what: string): T => {
  const match = list.find(matches)
  if (match === undefined) throw new Error(`A new company has no ${what}.`)
  return match
}

/** Creates products, an account for freight and the sales tax, beside what every new company has. */
export async function createMasterData(run: RunOperation): Promise<MasterData> {
  const accounts = await run('accounts.list', {})
  const accountOf = (code: string) => found(accounts, (account) => account.code === code, `account ${code}`).id
  const taxCodes = await run('taxCodes.list', {})
  const noTaxId = found(taxCodes, (taxCode) => taxCode.code === 'NONE', 'tax code NONE').id
  const salesTax = { code: 'ME', name: 'Maine sales tax 5.5%', rate: MAINE_SALES_TAX, accountId: accountOf('2200') }
  const salesTaxId = (await run('taxCodes.create', salesTax)).id
  const freightAccount = await run('accounts.create', { code: '4100', name: 'Freight charged', type: 'income' })

  const products: SampleProduct[] = []
  for (const item of catalogue) products.push(await createProduct(run, item, null, accountOf('4000')))
  const rules = await run('terms.list', {})
  return {
    products,
    freight: await createProduct(run, freight, noTaxId, freightAccount.id),
    salesTaxId,
    noTaxId,
    bankAccountId: accountOf('1000'),
    terms: new Map(rules.map(({ code, id, rule }) => [code, { id, rule }])),
  }
}

async function createProduct(
  run: RunOperation,
  item: CatalogueItem,
  taxCodeId: number | null,
  accountId: number,
): Promise<SampleProduct> {
  const unitPrice = item.priceCents * PRICE_MILLIONTHS_PER_CENT
  const { id } = await run('products.create', { code: item.code, name: item.name, unitPrice, taxCodeId, accountId })
  return { ...item, id }
}

const NO_ADDRESS = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' } as const

/** What a customer is created with and, when it is put on hold, changed to. */
export const customerDetails = (plan: CustomerPlan, master: MasterData, onHold: boolean) => ({
  code: plan.code,
  name: plan.name,
  currency: 'USD',
  termsId: found([...master.terms], ([code]) => code === plan.termsCode, `terms ${plan.termsCode}`)[1].id,
  taxCodeId: plan.isTaxed ? master.salesTaxId : master.noTaxId,
  creditLimit: plan.creditLimitCents,
  onHold,
  ...eachPlainField(() => ''),
  phone: plan.phone,
  email: plan.email,
  memo: onHold ? 'On hold: promised payments did not arrive. Talk to the owner before any new order.' : '',
  billingAddress: plan.address,
  shippingAddress: NO_ADDRESS,
  contacts: [...plan.contacts],
})

export async function createCustomer(
  run: RunOperation,
  plan: CustomerPlan,
  master: MasterData,
): Promise<SampleCustomer> {
  const { id } = await run('customers.create', customerDetails(plan, master, false))
  return { id, plan, open: [], credits: [] }
}
