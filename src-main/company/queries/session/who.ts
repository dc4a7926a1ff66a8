import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { allPeople } from '../people/list.ts'

/** Who works now, and who could. */
export const whoWorks: QueryHandler<'session.who'> = ({ db, userId }) => {
  const people = allPeople(db)
    .filter(({ active }) => active)
    .map(({ id, name, role, hasPin }) => ({ id, name, role, hasPin }))
  const person = people.find(({ id }) => id === userId)
  return { person: person ? { id: person.id, name: person.name, role: person.role } : null, people }
}
