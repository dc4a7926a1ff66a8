import { useState } from 'react'
import { useEntrySetup } from '../../entry/use-entry-setup.ts'
import { RecordHistory } from '../../company/history/RecordHistory.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { useSections } from '../../keyboard/use-sections.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { SegmentField } from '../../ui/fields/SegmentField.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { AccountsSetup } from './AccountsSetup.tsx'
import { CompanySetup } from './CompanySetup.tsx'
import { LimitsSetup } from './LimitsSetup.tsx'
import { NumbersSetup } from './NumbersSetup.tsx'
import { PeopleSetup } from './PeopleSetup.tsx'
import { ProductsSetup } from './ProductsSetup.tsx'
import { RatesSetup } from './RatesSetup.tsx'
import { ReasonsSetup } from './ReasonsSetup.tsx'
import { TaxCodesSetup } from './TaxCodesSetup.tsx'
import { TermsSetup } from './TermsSetup.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import css from './setup.module.css'

const sections = [
  { value: 'company', label: 'Company' },
  { value: 'terms', label: 'Terms' },
  { value: 'taxCodes', label: 'Tax codes' },
  { value: 'products', label: 'Products' },
  { value: 'accounts', label: 'Accounts' },
  { value: 'rates', label: 'Exchange rates' },
  { value: 'reasons', label: 'Reasons' },
  { value: 'limits', label: 'Limits' },
  { value: 'people', label: 'People' },
  { value: 'numbers', label: 'Numbers' },
] as const
type Section = (typeof sections)[number]['value']

const about = {
  company: 'The letterhead, how the books count, and through which day they are closed',
  terms: 'When invoices fall due and what paying early earns. Enter on one changes its code and name',
  taxCodes: 'Rates of tax. Enter on a code changes its name; enter a new one when the rate changes',
  products: 'What invoices bill. A change counts from the next invoice on',
  numbers: 'How documents are numbered, from the next one on. Numbers that were given stay',
  rates: 'What one unit of another currency is worth. A rate counts from its day until the next one',
  accounts: 'The accounts of the general ledger that documents post to. Enter on one changes its code and name',
  reasons: 'Why balances are adjusted, and the account that bears it',
  limits:
    'How much each role may write off, refund or credit without an invoice at once. Above it, a supervisor approves',
  people: 'Who works here, and the PIN each signs in and approves with',
} as const satisfies Record<Section, string>

/** What entry screens choose from, and how the company counts. */
export function SetupScreen() {
  const [section, setSection] = useState<Section>('company')
  const { setup, error } = useEntrySetup()
  useSections({ value: section, onChange: setSection, options: sections })
  const [showsCompany, setShowsCompany] = useState(false)
  const isCompany = section === 'company'
  const showsHistory = isCompany && showsCompany
  useAction('record.history', () => setShowsCompany((shows) => !shows), { enabled: isCompany })
  useAction('go.back', () => setShowsCompany(false), { enabled: showsHistory })
  return (
    <Page title="Setup" sub={about[section]} actions={<ActionButton action="record.history" />}>
      {error && <Banner tone="bad">{error.message}</Banner>}
      <div className={css.sections}>
        <SegmentField label="Section" value={section} onChange={setSection} options={sections} autoFocus />
      </div>
      {showsHistory && (
        <Card title="History" fill>
          <RecordHistory of={{ record: { kind: 'company', id: 1 } }} />
        </Card>
      )}
      {setup !== null && !showsHistory && <SectionBody section={section} setup={setup} />}
    </Page>
  )
}

function SectionBody({ section, setup }: { readonly section: Section; readonly setup: EntrySetup }) {
  switch (section) {
    case 'company':
      return <CompanySetup setup={setup} />
    case 'terms':
      return <TermsSetup terms={setup.terms} currency={setup.profile.baseCurrency} />
    case 'taxCodes':
      return <TaxCodesSetup setup={setup} />
    case 'products':
      return <ProductsSetup setup={setup} />
    case 'numbers':
      return <NumbersSetup />
    case 'rates':
      return <RatesSetup baseCurrency={setup.profile.baseCurrency} />
    case 'reasons':
      return <ReasonsSetup accounts={setup.accounts} />
    case 'limits':
      return <LimitsSetup currency={setup.profile.baseCurrency} />
    case 'people':
      return <PeopleSetup />
    case 'accounts':
      return <AccountsSetup accounts={setup.accounts} />
  }
}
