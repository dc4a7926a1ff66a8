import type { z } from 'zod'
import type { FieldsOf, WordsOf } from '../../kit/history.ts'
import { yesNo } from '../../kit/history.ts'
import type { people } from '../contract/people.ts'
import { roleName } from '../rules/role-name.ts'

type Changed = Omit<z.output<(typeof people)['people.update']['input']>, 'id' | 'version' | 'commandUid'>

const fields = {
  name: { title: 'name' },
  role: { title: 'role', text: (role: keyof typeof roleName) => roleName[role].toLowerCase() },
  active: { title: 'works here', text: yesNo },
} satisfies FieldsOf<Changed>

export const peopleHistory: WordsOf<typeof people> = {
  'session.signIn': null,
  'session.signOut': null,
  'people.create': {
    title: 'Add person',
    say: ({ input }) => `${input.name} added as ${roleName[input.role].toLowerCase()}`,
    about: ({ output }) => [{ kind: 'person', id: output.id }],
    fields,
  },
  'people.update': {
    title: 'Change person',
    say: ({ input }) => `${input.name} ${input.active ? 'changed' : 'archived'}`,
    about: ({ input }) => [{ kind: 'person', id: input.id }],
    fields,
  },
  'people.setPin': {
    title: 'Set PIN',
    // Neither the PIN nor whether one was taken away is in the log.
    say: ({ input }, texts) => `PIN of ${texts.person(input.id)} set or taken away`,
    about: ({ input }) => [{ kind: 'person', id: input.id }],
  },
  'people.setRecoveryPhrase': {
    title: 'Print recovery phrase',
    say: ({ input }) =>
      input.replaces === 0
        ? 'Recovery phrase printed'
        : 'New recovery phrase printed; the one before is worth nothing any more',
    about: () => [{ kind: 'company', id: 1 }],
  },
  'people.setForgottenPin': {
    title: 'Set forgotten PIN',
    say: ({ input }, texts) => `PIN of ${texts.person(input.id)} set anew with the recovery phrase`,
    about: ({ input }) => [{ kind: 'person', id: input.id }],
  },
}
