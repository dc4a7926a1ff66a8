/**
 * The house: its rooms, and what each may import. The dependency rules are made from this table and ARCHITECTURE prints it,
 * so that what is checked is what is written.
 */

/** The modules, in order: each may import itself and those before it. */
export const MODULES = [
  { name: 'company', holds: 'people, policies, accounts, terms, taxes, rates, number series, preferences' },
  { name: 'ledger', holds: 'documents, open items, postings, settlement: what every posting shares; drafts' },
  { name: 'customers', holds: 'customers, their credit and payers' },
  {
    name: 'cash',
    holds: 'receipts, batches, unidentified receipts, applications, proposals, deductions, refunds, returns',
  },
  { name: 'billing', holds: 'invoices, credit and debit notes, recurring invoices, opening balances' },
  { name: 'finance-charges', holds: 'finance charges' },
  { name: 'currency', holds: 'revaluation' },
  { name: 'documents', holds: 'the life of any document: looked at, void, copied' },
  { name: 'reports', holds: 'aging, statements, trial balance, tie-out' },
  { name: 'import-export', holds: 'moving in from other programs' },
  { name: 'desk', holds: 'where work begins: Home, Setup, Find' },
]

/** What every entry and list is about: the platform of the window knows these modules, and no other. */
const LOWEST = [
  'src-shared/domain',
  'src-shared/kit',
  'src-shared/refusals.ts',
  ...['company', 'ledger', 'customers'].map((module) => `src-shared/${module}`),
]

/** How operations are called, whichever they are. */
const CALLS = [
  'src-shared/contract.ts',
  'src-shared/bridge.ts',
  'src-shared/kit',
  'src-shared/keys-and-menu',
  'src-shared/company',
  'src-shared/refusals.ts',
]

/**
 * `<module>` stands for a module's room, and in `may` for the same room of itself and the modules before it.
 * Packages are named; `node` stands for what Node brings.
 */
export const ROOMS = [
  {
    room: 'src-shared/domain',
    holds: 'rules that every module uses: money, calendar, currency, text',
    may: ['decimal.js'],
  },
  {
    room: 'src-shared/kit',
    holds: 'how an operation, a refusal, an action and their fields are declared',
    may: ['src-shared/domain', 'zod'],
  },
  { room: 'src-shared/<module>/rules', holds: 'pure rules', may: ['src-shared/domain'] },
  {
    room: 'src-shared/<module>/messages',
    holds: 'what it says no with and warns of: the sentences, and lists that several operations declare',
    may: ['src-shared/domain', 'src-shared/kit'],
  },
  {
    room: 'src-shared/<module>/contract',
    holds: 'its operations: input schema, output type, refusals',
    may: ['src-shared/domain', 'src-shared/kit', 'src-shared/<module>/messages', 'src-shared/<module>/rules', 'zod'],
  },
  {
    room: 'src-shared/<module>/history',
    holds: 'what each of its commands did, in words, with the fields that it changed',
    may: ['src-shared/domain', 'src-shared/kit', 'src-shared/<module>/contract', 'src-shared/<module>/rules', 'zod'],
  },
  {
    room: 'src-shared/history.ts',
    holds: 'the words of all commands',
    may: ['src-shared/<module>/history', 'src-shared/contract.ts', 'src-shared/kit'],
  },
  {
    room: 'src-shared/contract.ts',
    holds: 'the list of all operations',
    may: ['src-shared/<module>/contract', 'src-shared/kit', 'zod'],
  },
  {
    room: 'src-shared/refusals.ts',
    holds: 'the list of all refusals and warnings, and their sentences filled in',
    may: ['src-shared/<module>/messages', 'src-shared/kit'],
  },
  {
    room: 'src-shared/bridge.ts',
    holds: 'what the window can reach',
    may: ['src-shared/<module>/contract', 'src-shared/kit'],
  },
  {
    room: 'src-shared/<module>/keys-and-menu',
    holds: 'what a clerk can do in it: title, key, place in the menu',
    may: ['src-shared/kit'],
  },
  {
    room: 'src-shared/keys-and-menu',
    holds: 'the list of all actions, those of the window itself, and the menu made of them',
    may: ['src-shared/kit', 'src-shared/<module>/keys-and-menu'],
  },

  {
    room: 'src-main/db',
    holds: 'the file: open, lock, migrate, schema, command chain, invariants; the only importer of the driver',
    may: ['src-shared', 'better-sqlite3', 'drizzle-orm', 'uuid', 'node'],
  },
  {
    room: 'src-main/kernel',
    holds: 'dispatch: parse, authorise, transaction, run, log, map errors',
    may: ['src-shared', 'src-main/db', 'src-main/modules.ts', 'uuid', 'zod', 'node'],
  },
  {
    room: 'src-main/paper',
    holds: 'text and tables to tagged PDF',
    may: ['src-shared/domain', 'bidi-js', 'fontkit', 'pdfkit', 'node'],
  },
  {
    room: 'src-main/<module>/facts',
    holds: 'what its commands and queries share: reading and appending facts',
    may: ['src-shared', 'src-main/db', 'src-main/kernel', 'src-main/<module>/queries'],
  },
  {
    room: 'src-main/<module>/queries',
    holds: 'a file a query or report, short ones of one subject together',
    may: [
      'src-shared',
      'src-shared/history.ts',
      'src-main/db',
      'src-main/kernel',
      'src-main/paper',
      'src-main/<module>/facts',
      'src-main/<module>/paper',
      'src-main/<module>/csv',
    ],
  },
  {
    room: 'src-main/<module>/commands',
    holds: 'a file a command, short ones of one subject together: load, decide, append facts',
    may: [
      'src-shared',
      'src-main/db',
      'src-main/kernel',
      'src-main/<module>/facts',
      'src-main/<module>/queries',
      'src-main/<module>/csv',
      'node',
    ],
  },
  { room: 'src-main/<module>/paper', holds: 'what it prints', may: ['src-shared', 'src-main/paper'] },
  {
    room: 'src-main/<module>/csv',
    holds: 'files of other programs',
    may: ['src-shared', 'src-main/db', 'src-main/<module>/facts', 'papaparse', 'node'],
  },
  {
    room: 'src-main/<module>/invariants',
    holds: 'a file of SQL for each rule of its facts that must return no rows',
    may: [],
  },
  {
    room: 'src-main/<module>/idle',
    holds: 'what follows from its facts and is done while nobody works',
    may: ['src-shared', 'src-main/db', 'src-main/<module>/facts'],
  },
  {
    room: 'src-main/<module>/index.ts',
    holds: "its part of the ledger: what carries out each operation of the module's contract",
    may: [
      'src-shared',
      'src-main/kernel',
      'src-main/<module>/commands',
      'src-main/<module>/queries',
      'src-main/<module>/idle',
    ],
  },
  {
    room: 'src-main/modules.ts',
    holds: 'the list of modules: all commands and queries',
    may: ['src-main/<module>/index.ts', 'src-main/kernel'],
  },
  {
    room: 'src-main/company-file',
    holds: 'the life of a company file: make, open, back up, restore',
    may: ['src-shared', 'src-main/db', 'src-main/kernel', 'uuid', 'zod', 'node'],
  },
  { room: 'src-main/sample', holds: 'the sample company', may: ['src-shared'] },
  {
    room: 'src-main/threads',
    holds: 'worker threads, progress, cancel',
    may: ['src-shared', 'src-main/company-file', 'src-main/kernel', 'src-main/sample', 'node'],
  },
  {
    room: 'src-main/shell',
    holds: 'the only room that imports Electron: window, menu, protocol, calls, dialogs, printing',
    may: ['src-shared', 'src-main/threads', 'src-main/kernel/answers.ts', 'electron', 'zod', 'node'],
  },

  { room: 'src-renderer/theme', holds: 'colours, sizes, light and dark', may: ['react'] },
  {
    room: 'src-renderer/keyboard',
    holds: 'keys to actions, moves of the focus, navigation',
    may: ['src-shared/keys-and-menu', 'react', 'react-dom'],
  },
  {
    room: 'src-renderer/api',
    holds: 'typed client over the two channels, query cache, what commands have done',
    may: [...CALLS, '@tanstack/react-query', 'react', 'uuid'],
  },
  {
    room: 'src-renderer/ui',
    holds: 'fields, grids, dialogs, buttons of actions, charts',
    may: [
      'src-shared/domain',
      'src-shared/keys-and-menu',
      'src-shared/company',
      'src-renderer/keyboard',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'react',
      'react-aria-components',
      'react-dom',
      'recharts',
    ],
  },
  {
    room: 'src-renderer/lists',
    holds: 'the page of a list, columns and words that lists share',
    may: [...LOWEST, 'src-renderer/print', 'src-renderer/ui', 'react'],
  },
  {
    room: 'src-renderer/print',
    holds: 'what is on screen, on paper',
    may: ['src-renderer/api', 'src-renderer/keyboard', 'src-renderer/ui', 'pdfjs-dist', 'react'],
  },
  {
    room: 'src-renderer/entry',
    holds: 'what entry screens share: heads, customers, drafts, errors',
    may: [
      ...LOWEST,
      'src-renderer/api',
      'src-renderer/keyboard',
      'src-renderer/lists',
      'src-renderer/ui',
      '@tanstack/react-query',
      'react',
      'uuid',
      'zod',
    ],
  },
  {
    room: 'src-renderer/<module>',
    holds: 'one folder a screen; what several of its screens share beside them',
    may: [
      'src-shared',
      'src-shared/history.ts',
      ...['api', 'keyboard', 'ui', 'lists', 'print', 'entry'].map((room) => `src-renderer/${room}`),
      'src-renderer/<module>',
      '@tanstack/react-query',
      'pdfjs-dist',
      'react',
      'uuid',
    ],
  },
  {
    room: 'src-renderer/window',
    holds: 'what is around the screens: who works, the rail, the palette, the sheet of keys',
    may: ['src-shared', 'src-renderer', '@tanstack/react-query', 'react', 'react-aria-components', 'react-dom'],
  },
  {
    room: 'src-renderer/modules.ts',
    holds: 'the lists of screens and of news',
    may: ['src-renderer/keyboard', 'src-renderer/api', 'src-renderer/<module>'],
  },
  {
    room: 'src-renderer/*.tsx',
    holds: 'where the window starts',
    may: ['src-shared', 'src-renderer', 'react', 'react-dom'],
  },
]

const list = (/** @type {readonly string[]} */ words) =>
  words.length === 0 ? 'nothing' : words.map((word) => `\`${word}\``).join(', ')

/** The tables as ARCHITECTURE prints them, in Markdown before Prettier. */
export const printed = () =>
  [
    '| module | holds |',
    '| --- | --- |',
    ...MODULES.map(({ name, holds }) => `| \`${name}\` | ${holds} |`),
    '',
    '| room | holds | may import, besides itself |',
    '| --- | --- | --- |',
    ...ROOMS.map(({ room, holds, may }) => `| \`${room}\` | ${holds} | ${list(may)} |`),
  ].join('\n')
