import { expect, test } from 'vitest'
import { actions } from '../../src-shared/keys-and-menu/actions.ts'
import { draftKinds } from '../../src-shared/ledger/contract/drafts.ts'
import { places } from '../../src-renderer/modules.ts'
import { railAction, railItems } from '../../src-renderer/window/rail.ts'

const once = (names: readonly string[]): void => expect(names.toSorted()).toEqual([...new Set(names)].toSorted())

test('each screen, each action and each kind of draft leads to one place', () => {
  once(places.map(({ screen }) => screen))
  once(places.flatMap(({ action }) => action ?? []))
  expect(places.flatMap(({ draft }) => draft?.kind ?? []).toSorted()).toEqual([...draftKinds].toSorted())
})

test('every action that goes somewhere has a place', () => {
  const going = actions.map(({ id }) => id).filter((id) => id.startsWith('go.') && id !== 'go.back')
  const led = new Set<string>(places.flatMap(({ action }) => action ?? []))
  expect(going.filter((id) => !led.has(id))).toEqual([])
})

test('the rail is in the order of a clerk’s day, and each place stands under an entry of it or under none', () => {
  const rail = railItems(places).map(({ action }) => action)
  expect(rail).toEqual([
    'go.home',
    'go.customers',
    'go.documents',
    'invoice.new',
    'receipt.new',
    'go.aging',
    'go.statements',
    'go.import',
    'go.setup',
  ])
  const under = places.flatMap(({ under: action }) => action ?? [])
  expect(under.filter((action) => !rail.includes(action))).toEqual([])
  expect(railAction(places, { screen: 'document', documentId: 1 })).toBe('go.documents')
  expect(railAction(places, { screen: 'check' })).toBeNull()
})

test('each place finds its screen', async () => {
  for (const { code } of places) expect(await code.load()).toBeTypeOf('function')
})
