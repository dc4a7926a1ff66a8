import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import type { Readable } from '../../../db/connection.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'

/** Master data a clerk names by a code of its own. */
export type Coded = 'account' | 'customer' | 'product' | 'reason_code' | 'tax_code' | 'terms'

interface Sql {
  readonly owner: string
  readonly own: string
  readonly alike: string
}

const tables: Readonly<Record<Coded, Sql>> = {
  account: sqlOf('account'),
  customer: sqlOf('customer'),
  product: sqlOf('product'),
  reason_code: sqlOf('reason_code'),
  tax_code: sqlOf('tax_code'),
  terms: sqlOf('terms'),
}

function sqlOf(table: Coded): Sql {
  return {
    owner: `SELECT name FROM ${table} WHERE code IN (:code, :lower, :upper) AND id IS NOT :ownId`,
    own: `SELECT code FROM ${table} WHERE id = ?`,
    alike: `SELECT code, name FROM ${table} WHERE code_key = :key AND id IS NOT :ownId ORDER BY id LIMIT 20`,
  }
}

type Asking = Pick<CommandContext, 'tx' | 'isMeantApart'>

/**
 * Codes differ by more than their case. The tables compare A to Z so by themselves; the lower and upper forms catch
 * accented letters too. Throws `code_taken` naming the owner, and `looks_like` for a code that a clerk could take for
 * another one, unless both are meant; `ownId` is the record being changed, null for a new one.
 */
export function assertCodeFree(asking: Asking, kind: Coded, code: string, ownId: number | null = null): void {
  const { tx } = asking
  const { owner } = tables[kind]
  const name = tx.value<string>(owner, { code, lower: code.toLowerCase(), upper: code.toUpperCase(), ownId })
  if (name !== undefined) throw new Refusal('code_taken', { code, name }, 'code')
  const like =
    ownId === null || code !== ownCode(tx, kind, ownId) ? unansweredLike(asking, kind, code, ownId) : undefined
  if (like) throw new Refusal('looks_like', { code, like: like.code, name: like.name }, 'code')
}

const ownCode = (db: Readable, kind: Coded, id: number): string | undefined => db.value<string>(tables[kind].own, [id])

/** The first code that looks like it and was not asked about yet. */
function unansweredLike(
  { tx, isMeantApart }: Asking,
  kind: Coded,
  code: string,
  ownId: number | null,
): { readonly code: string; readonly name: string } | undefined {
  const alike = tx.all<{ code: string; name: string }>(tables[kind].alike, { key: lookAlikeKey(code), ownId })
  return alike.find((other) => !isMeantApart(code, other.code))
}
