import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../theme/theme.css'
import './gallery.css'
import { ActionProvider } from '../keyboard/ActionProvider.tsx'
import { CommandPalette } from '../window/palette/CommandPalette.tsx'
import type { Finder } from '../window/palette/find.ts'
import { ShortcutSheet } from '../window/ShortcutSheet.tsx'
import { useAction, useActions } from '../keyboard/use-action.ts'
import { prepareDocument } from '../theme/prepare-document.ts'
import { chooseTheme, useTheme } from '../theme/theme.ts'
import { ConventionsProvider } from '../ui/conventions.tsx'
import { NoticeProvider } from '../ui/Notices.tsx'
import { AppShell } from '../ui/shell/AppShell.tsx'
import { AgingSheet } from './AgingSheet.tsx'
import { InvoiceSheet } from './InvoiceSheet.tsx'
import { EmptySheet, ListSheet } from './ListSheet.tsx'
import { PartsSheet } from './PartsSheet.tsx'
import { PlacesSheet } from './PlacesSheet.tsx'
import { PaymentSheet } from './PaymentSheet.tsx'
import { customers, searchIn, workDate } from './sample.ts'

const query = new URLSearchParams(location.search)
const sheet = query.get('sheet') ?? 'payment'

const sheets = {
  payment: { view: <PaymentSheet />, action: 'receipt.new' },
  aging: { view: <AgingSheet />, action: 'go.aging' },
  invoice: { view: <InvoiceSheet />, action: 'invoice.new' },
  parts: { view: <PartsSheet />, action: 'go.home' },
  places: { view: <PlacesSheet />, action: 'go.home' },
  list: { view: <ListSheet />, action: 'go.documents' },
  empty: { view: <EmptySheet />, action: 'go.customers' },
} as const

function goTo(name: string): void {
  location.search = new URLSearchParams({ sheet: name, theme: query.get('theme') ?? 'light' }).toString()
}

const finders: readonly Finder[] = [
  {
    id: 'customers',
    title: 'Customers',
    search: async (text) =>
      (await searchIn(customers)(text)).map(({ key, code, name, detail }) => ({
        key,
        code,
        title: name,
        ...(detail === undefined ? {} : { trailing: detail }),
        open: () => goTo('aging'),
      })),
  },
]

function Gallery() {
  const theme = useTheme()
  useAction('theme.switch', () => theme.cycle())
  useActions({
    'receipt.new': () => goTo('payment'),
    'invoice.new': () => goTo('invoice'),
    'go.aging': () => goTo('aging'),
    'go.home': () => goTo('parts'),
    'go.documents': () => goTo('list'),
    'go.customers': () => goTo('empty'),
  })
  const shown = isSheet(sheet) ? sheets[sheet] : sheets.payment
  return (
    <AppShell
      company={{ name: 'Harbor Paper & Packaging' }}
      workDate={workDate}
      current={shown.action}
      rail={[
        { action: 'go.home' },
        { action: 'go.customers' },
        { action: 'go.documents' },
        { action: 'receipt.new' },
        { action: 'go.aging', startsGroup: true },
        { action: 'go.statements', count: 12 },
        { action: 'go.import', startsGroup: true },
      ]}
      status={[
        { text: 'Ledger in balance', tone: 'ok' },
        { text: 'Saved to disk 14:02:11' },
        { text: 'Backup today 12:30' },
      ]}
    >
      {shown.view}
    </AppShell>
  )
}

function isSheet(name: string): name is keyof typeof sheets {
  return Object.hasOwn(sheets, name)
}

const conventions = {
  workDate,
  dateOrder: 'mdy',
  dateStyle: 'text',
  decimal: '.',
  group: ',',
  negative: 'parentheses',
  grouping: 'thousands',
  weekStart: 1,
} as const

prepareDocument(document)
chooseTheme(query.get('theme') === 'dark' ? 'dark' : 'light')
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root element.')
createRoot(root).render(
  <StrictMode>
    <ConventionsProvider value={conventions}>
      <ActionProvider>
        <NoticeProvider>
          <Gallery />
          <CommandPalette finders={finders} />
          <ShortcutSheet />
        </NoticeProvider>
      </ActionProvider>
    </ConventionsProvider>
  </StrictMode>,
)
