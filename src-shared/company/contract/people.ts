import { z } from 'zod'
import { id, name, version } from '../../kit/fields.ts'
import { command, output, pin, query, roles, type Role } from '../../kit/operation.ts'
import { limitedActs } from './policies.ts'

/** Who works here, what they may do, and who works now. */

/** As it is typed: whether it is one is the ledger's to say. */
const recoveryPhrase = z.string().max(200)

/** What sets the PIN of an owner or supervisor anew where nobody else may. */
export interface Recovery {
  /** Of the phrase that was printed last; 0 where there is none. */
  readonly version: number
  /** The company is encrypted, and the phrase that opens it does it too. */
  readonly isOfFile: boolean
}

export interface Person {
  readonly id: number
  readonly name: string
  readonly role: Role
}

export interface PersonRow extends Person {
  readonly version: number
  readonly active: boolean
  readonly hasPin: boolean
}

/** What supervisors let pass: an amount over a role's limit, or a customer's credit. */
export const approvedActs = [...limitedActs, 'credit_limit', 'credit_hold', 'credit_terms', 'reopen_batch'] as const
export type ApprovedAct = (typeof approvedActs)[number]

/** One thing a supervisor let pass, with the command it was approved for. */
export interface ApprovalRow {
  readonly commandSeq: number
  readonly supervisor: string
  readonly act: ApprovedAct
  readonly currency: string
  /** Minor units that went without asking; null where no amount was asked about. */
  readonly most: number | null
  readonly amount: number | null
}

export interface Sitting {
  /** Null while nobody is signed in. */
  readonly person: Person | null
  /** Who can sign in, by name. */
  readonly people: readonly (Person & { readonly hasPin: boolean })[]
}

const role = z.enum(roles)
const nameAndRole = { name, role }

export const people = {
  'session.who': query({}, { output: output<Sitting>(), beforeSignIn: true }),
  /** From now on every command is this person's. One who works alone may have no PIN. */
  'session.signIn': command(
    { userId: id, pin: pin.nullable() },
    {
      office: 'desk',
      giveWay: 'never',
      output: output<Person>(),
      logged: false,
      beforeSignIn: true,
      secrets: ['pin'],
      refusals: ['person_not_found', 'pin_wrong', 'pin_wait'],
    },
  ),
  'session.signOut': command(
    {},
    { office: 'desk', giveWay: 'never', output: output<null>(), logged: false, beforeSignIn: true },
  ),

  'people.list': query({}, { output: output<readonly PersonRow[]>() }),
  /** As soon as two people work here, each has a PIN. */
  'people.create': command(
    { ...nameAndRole, pin },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly id: number; readonly version: number }>(),
      role: 'owner',
      secrets: ['pin'],
      refusals: ['name_taken', 'pin_missing'],
    },
  ),
  'people.update': command(
    { id, version, ...nameAndRole, active: z.boolean() },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      role: 'owner',
      refusals: ['person_not_found', 'stale_version', 'name_taken', 'last_owner', 'own_archive', 'pin_missing'],
    },
  ),
  /** One's own, with the PIN so far; or, by an owner, anybody's. Null takes it away from one who works alone. */
  'people.setPin': command(
    { id, pin: pin.nullable(), currentPin: pin.nullable() },
    {
      office: 'together',
      giveWay: 'never',
      output: output<null>(),
      role: 'viewer',
      secrets: ['pin', 'currentPin'],
      refusals: ['person_not_found', 'not_allowed', 'pin_wrong', 'pin_wait', 'pin_missing'],
    },
  ),
  'people.recovery': query({}, { output: output<Recovery>(), beforeSignIn: true }),
  /** In place of the phrase of that version (0 for none). Made by the window that shows it, and kept only as what it is checked against; the one before is worth nothing then. */
  'people.setRecoveryPhrase': command(
    { replaces: z.int().min(0), recoveryPhrase },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      role: 'owner',
      secrets: ['recoveryPhrase'],
      refusals: ['phrase_replaced', 'phrase_invalid'],
    },
  ),
  /** A forgotten PIN of an owner or a supervisor, by whoever has the recovery phrase. */
  'people.setForgottenPin': command(
    { id, pin, recoveryPhrase },
    {
      office: 'together',
      giveWay: 'never',
      output: output<null>(),
      role: 'viewer',
      beforeSignIn: true,
      doneBy: 'id',
      secrets: ['pin', 'recoveryPhrase'],
      refusals: ['person_not_found', 'pin_by_owner', 'phrase_missing', 'phrase_wrong'],
    },
  ),
}
