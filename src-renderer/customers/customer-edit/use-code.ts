import { useLedgerQuery } from '../../api/queries.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import type { CustomerEntry } from './entry.ts'
import { codePrefix, suggestCode } from './suggest-code.ts'

const CODES_MAX = 100

/** The code typed, or the one that follows from the name. */
export function useCode({ code, name }: CustomerEntry): string {
  const { workDate } = useConventions()
  const prefix = codePrefix(name)
  const enabled = code === null && prefix !== ''
  const { data } = useLedgerQuery(
    'customers.list',
    { asOf: workDate, order: 'code', includeArchived: true, after: [prefix, 1], limit: CODES_MAX },
    { enabled },
  )
  if (code !== null) return code
  return suggestCode(prefix, data?.rows.map((row) => row.code) ?? [])
}
