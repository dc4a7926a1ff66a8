import { z } from 'zod'
import { code, id, name, positiveOrZero, version } from '../../kit/fields.ts'
import { command, isAtLeast, output, query, type Role } from '../../kit/operation.ts'

/** Why balances are adjusted, and how much of it each role may do without asking. */

export const reasonKinds = ['write_off', 'bad_debt', 'allowance', 'small_balance'] as const
export type ReasonKind = (typeof reasonKinds)[number]

export interface ReasonCodeRow {
  readonly id: number
  readonly version: number
  readonly code: string
  readonly name: string
  readonly kind: ReasonKind
  /** The account that bears the adjustment. */
  readonly accountId: number
  readonly archived: boolean
}

export const limitedActs = ['write_off', 'refund', 'credit', 'late_discount'] as const
export type LimitedAct = (typeof limitedActs)[number]

/** The roles that have limits of their own. */
export const limitedRoles = ['clerk', 'supervisor'] as const
export type LimitedRole = (typeof limitedRoles)[number]

/** Whose limits count: an owner's are a supervisor's, and a viewer, who posts nothing, is proposed what a clerk may post. */
export const limitsOf = (role: Role): LimitedRole => (isAtLeast(role, 'supervisor') ? 'supervisor' : 'clerk')

export interface RoleLimit {
  readonly role: LimitedRole
  readonly act: LimitedAct
  /** Minor units of the company's currency, in one command; null is no limit. */
  readonly most: number | null
  readonly version: number
}

const reason = { code, name, kind: z.enum(reasonKinds), accountId: id }

export const policies = {
  'reasonCodes.list': query({}, { output: output<readonly ReasonCodeRow[]>() }),
  'reasonCodes.create': command(reason, {
    office: 'together',
    giveWay: 'never',
    output: output<{ readonly id: number; readonly version: number }>(),
    refusals: ['code_taken', 'looks_like', 'account_not_found', 'account_unfit'],
  }),
  'reasonCodes.update': command(
    { id, version, ...reason, archived: z.boolean() },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      refusals: [
        'reason_code_not_found',
        'stale_version',
        'code_taken',
        'looks_like',
        'account_not_found',
        'account_unfit',
      ],
    },
  ),
  'limits.list': query({}, { output: output<readonly RoleLimit[]>() }),
  'limits.set': command(
    { role: z.enum(limitedRoles), act: z.enum(limitedActs), most: positiveOrZero.nullable(), version },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      role: 'supervisor',
      refusals: ['stale_version'],
    },
  ),
}
