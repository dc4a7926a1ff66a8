import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { Refusal, type RefusalCode } from '../../../../src-shared/kit/refusal.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { assertCodeFree } from '../records/free-code.ts'

interface Renamed {
  readonly code: string
  readonly name: string
  readonly version: number
}

/** What is renamed, by table: what a clerk calls it, and how it is read and written. */
const kinds = {
  terms: {
    what: 'Terms',
    missing: 'terms_not_found',
    select: 'SELECT code, name, version FROM terms WHERE id = ?',
    update: 'UPDATE terms SET code = ?, code_key = ?, name = ?, version = version + 1 WHERE id = ?',
  },
  tax_code: {
    what: 'Tax code',
    missing: 'tax_code_not_found',
    select: 'SELECT code, name, version FROM tax_code WHERE id = ?',
    update: 'UPDATE tax_code SET code = ?, code_key = ?, name = ?, version = version + 1 WHERE id = ?',
  },
  account: {
    what: 'Account',
    missing: 'account_not_found',
    select: 'SELECT code, name, version FROM account WHERE id = ?',
    update: 'UPDATE account SET code = ?, code_key = ?, name = ?, version = version + 1 WHERE id = ?',
  },
} as const satisfies Record<
  string,
  { readonly what: string; readonly missing: RefusalCode; readonly select: string; readonly update: string }
>

type Rename = CommandHandler<'terms.rename' | 'taxCodes.rename' | 'accounts.rename'>

/** Code and name are what a clerk finds it by; everything that posted documents rest on stays. */
const rename =
  (kind: keyof typeof kinds): Rename =>
  (context, { id, version, ...entered }) => {
    const { tx } = context
    const { what, missing, select, update } = kinds[kind]
    const stored = tx.get<Renamed>(select, [id])
    if (!stored) throw new Refusal(missing, {}, 'id')
    assertFresh(context, `${what} ${stored.code}`, version, entered, { ...stored })
    assertCodeFree(context, kind, entered.code, id)
    tx.run(update, [entered.code, lookAlikeKey(entered.code), entered.name, id])
    return { version: version + 1 }
  }

export const renameTerms = rename('terms')
export const renameTaxCode = rename('tax_code')
export const renameAccount = rename('account')
