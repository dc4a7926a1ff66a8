import type { ActionDefinition, Scopes } from '../../kit/action.ts'

/** Where keys of this module work. */
export const companyScopes = { 'screen:history': 'app' } as const satisfies Scopes

/** What a clerk can do in this module. */
export const companyActions = [
  {
    id: 'books.check',
    title: 'Check the books',
    group: 'Company',
    hint: 'Check every rule of the ledger and the chain of commands.',
    scope: 'app',
    menu: { menu: 'help', section: 2 },
    keywords: 'verify audit balance tie out integrity',
  },
  {
    id: 'go.backups',
    title: 'Backups and restore',
    group: 'Company',
    hint: 'Where the company and its backups lie, and the way back to any of them.',
    scope: 'app',
    menu: { menu: 'company', section: 2 },
    keywords: 'restore recover path folder move second place copy',
  },
  {
    id: 'go.encryption',
    role: 'owner',
    title: 'Encryption',
    group: 'Company',
    hint: 'Who can read the file of the company: its passphrase, and the recovery phrase for the safe.',
    scope: 'app',
    menu: { menu: 'company', section: 2 },
    keywords: 'encrypt passphrase password recovery phrase key secret confidential lock',
  },
  {
    id: 'go.history',
    title: 'Who did what',
    group: 'Company',
    hint: 'Every command that was carried out: by whom, when, and what it changed.',
    scope: 'app',
    menu: { menu: 'company', section: 2 },
    keywords: 'audit trail log history journal changes activity',
  },
  {
    id: 'history.verify',
    title: 'Check the log',
    group: 'Company',
    hint: 'Hold every entry against the one before it and the facts that it wrote.',
    scope: 'screen:history',
    key: 'F8',
    keywords: 'verify chain hash head',
  },
  {
    id: 'history.saveCsv',
    title: 'Save as CSV',
    group: 'Company',
    hint: 'Save the entries that match, newest first, as a CSV file.',
    scope: 'screen:history',
    key: 'Ctrl+Shift+E',
    keywords: 'export spreadsheet file',
  },
  {
    id: 'record.history',
    title: 'History',
    group: 'Company',
    hint: 'Who did what to the record on screen, and back.',
    scope: 'app',
    key: 'Ctrl+Shift+H',
    menu: { menu: 'company', section: 2 },
    keywords: 'audit trail log changes before after',
  },
] as const satisfies readonly ActionDefinition[]
