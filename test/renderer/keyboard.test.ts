import { describe, expect, test } from 'vitest'
import { createActionRegistry } from '../../src-renderer/keyboard/action-registry.ts'
import { namedFirst } from '../../src-renderer/window/palette/find.ts'
import type { Found } from '../../src-renderer/window/palette/find.ts'
import { fitOf } from '../../src-renderer/window/palette/fuzzy.ts'
import { actionsForKey } from '../../src-renderer/keyboard/key-to-action.ts'
import type { FocusPlace } from '../../src-renderer/keyboard/key-to-action.ts'
import { actionEntries } from '../../src-renderer/window/palette/palette-entries.ts'
import { actions } from '../../src-shared/keys-and-menu/actions.ts'
import { platformOf } from '../../src-renderer/keyboard/platform.ts'
import { sectionBeside } from '../../src-renderer/keyboard/use-sections.ts'

const nowhere: FocusPlace = { gridScope: null, field: 'none' }

function ids(
  key: string,
  place: FocusPlace,
  modifiers: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {},
): string[] {
  const stroke = {
    key,
    ctrlKey: modifiers.ctrl === true,
    shiftKey: modifiers.shift === true,
    altKey: modifiers.alt === true,
    metaKey: false,
  }
  return actionsForKey(stroke, place, 'linux').map(({ id }) => id)
}

describe('what a key means', () => {
  test('F5 copies the cell above in the lines and proposes on receive payment', () => {
    expect(ids('F5', { gridScope: 'grid:lines', field: 'untouched' })[0]).toBe('lines.copyCell')
    expect(ids('F5', { gridScope: 'grid:payment', field: 'untouched' })).toEqual(['payment.propose'])
    expect(ids('F5', nowhere)).toEqual(['payment.propose'])
  })

  test('Space pays the row while the amount is untouched', () => {
    expect(ids(' ', { gridScope: 'grid:payment', field: 'untouched' })).toEqual(['payment.payRow'])
  })

  test('Space is typed once the clerk is typing', () => {
    expect(ids(' ', { gridScope: 'grid:payment', field: 'typing' })).toEqual([])
    expect(ids(' ', { gridScope: 'grid:lines', field: 'untouched' })).toEqual([])
  })

  test('Del clears the payment only over an untouched amount', () => {
    expect(ids('Delete', { gridScope: 'grid:payment', field: 'untouched' })).toEqual(['payment.clear'])
    expect(ids('Delete', { gridScope: 'grid:payment', field: 'typing' })).toEqual([])
  })

  test('a question mark in a text field is text', () => {
    expect(ids('?', { gridScope: null, field: 'typing' }, { shift: true })).toEqual([])
    expect(ids('?', nowhere, { shift: true })).toEqual(['keys.show'])
  })

  test('what a key types in a cell is typed, except a grid’s own key over an untouched one', () => {
    const typing = ['?', ' ', 'Delete', 'Backspace', 'a', '+', '-', '1']
    for (const gridScope of ['grid:lines', 'grid:payment', 'grid:other', null]) {
      for (const field of ['untouched', 'typing'] as const) {
        for (const key of typing) {
          for (const shift of [false, true]) {
            const meant = ids(key, { gridScope, field }, { shift }).map(
              (id) => actions.find((each) => each.id === id)?.scope,
            )
            expect(meant.filter((scope) => field === 'typing' || scope !== gridScope)).toEqual([])
          }
        }
      }
    }
  })

  test('Ctrl keys work from inside a text field', () => {
    expect(ids('i', { gridScope: null, field: 'typing' }, { ctrl: true })).toEqual(['invoice.new'])
    expect(ids('F9', { gridScope: 'grid:lines', field: 'typing' }, { alt: true })).toEqual(['document.postAndNew'])
  })

  test('Ctrl+W outside the payment grid means nothing', () => {
    expect(ids('w', nowhere, { ctrl: true })).toEqual([])
  })
})

describe('who handles an action', () => {
  test('the screen mounted last handles it', () => {
    const registry = createActionRegistry()
    const told: string[] = []
    registry.register('go.back', { run: () => told.push('window'), enabled: true })
    const leave = registry.register('go.back', { run: () => told.push('screen'), enabled: true })
    registry.handlerOf('go.back')?.run()
    leave()
    registry.handlerOf('go.back')?.run()
    expect(told).toEqual(['screen', 'window'])
  })

  test('a disabled handler lets the one beneath through', () => {
    const registry = createActionRegistry()
    const beneath = { run: () => undefined, enabled: true }
    registry.register('document.post', beneath)
    registry.register('document.post', { run: () => undefined, enabled: false })
    expect(registry.handlerOf('document.post')).toBe(beneath)
  })

  test('an action with only disabled handlers is there but off', () => {
    const registry = createActionRegistry()
    registry.register('document.post', { run: () => undefined, enabled: false })
    expect(registry.stateOf('document.post')).toEqual({ available: true, enabled: false })
    expect(registry.stateOf('document.void')).toEqual({ available: false, enabled: false })
  })

  test('listeners hear of every change until they leave', () => {
    const registry = createActionRegistry()
    let heard = 0
    const stop = registry.subscribe(() => (heard += 1))
    const remove = registry.register('go.home', { run: () => undefined, enabled: true })
    stop()
    remove()
    expect(heard).toBe(1)
  })
})

describe('the palette', () => {
  const titles = (typed: string): string[] =>
    actionEntries(typed, () => true).map((entry) => (entry.kind === 'action' ? entry.action.title : ''))

  test.each([
    ['inv', 'New invoice'],
    ['receive', 'Receive payment'],
    ['check', 'Check the books'],
    ['night', 'Switch light and dark'],
    ['reverse', 'Void'],
    ['csv', 'Import'],
    ['backup', 'Back up now'],
  ])('%s finds %s', (typed, title) => {
    expect(titles(typed).slice(0, 3)).toContain(title)
  })

  test('offers only what can be done now', () => {
    const entries = actionEntries('', (id) => id === 'go.home')
    expect(entries.map(({ key }) => key)).toEqual(['go.home'])
  })

  test('never offers itself', () => {
    expect(titles('do anything')).not.toContain('Do anything')
  })

  test('a word that begins a name fits better than one inside it', () => {
    expect(fitOf('inv', 'New invoice')).toBeGreaterThan(fitOf('voice', 'New invoice'))
    expect(fitOf('voice', 'New invoice')).toBeGreaterThan(0)
    expect(fitOf('xyz', 'New invoice')).toBe(0)
  })

  test('the first letters of the words fit', () => {
    expect(fitOf('rp', 'Receive payment')).toBeGreaterThan(0)
  })
})

describe('what is found', () => {
  const found = (code: string): Found => ({ key: code, code, title: 'Northgate Foods', open: () => undefined })
  const groups = [
    { title: 'Customers', found: [found('NORTH01')] },
    { title: 'Documents', found: [found('INV-00001'), found('INV-00010')] },
  ]
  const first = (text: string): string | undefined => namedFirst(groups, text)[0]?.title

  test('a number typed in full opens that document, not the customer it is found by too', () => {
    expect(first('inv-00001 ')).toBe('Documents')
    expect(first('INV-0000')).toBe('Customers')
    expect(first('NORTH01')).toBe('Customers')
  })
})

test('the sections of a screen follow each other in a ring', () => {
  const sections = [{ value: 'company' }, { value: 'terms' }, { value: 'people' }] as const
  expect(sectionBeside(sections, 'company', 1)).toBe('terms')
  expect(sectionBeside(sections, 'people', 1)).toBe('company')
  expect(sectionBeside(sections, 'company', -1)).toBe('people')
})

test('the desktop is read from the browser’s own name', () => {
  expect(platformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('mac')
  expect(platformOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('windows')
  expect(platformOf('Mozilla/5.0 (X11; Linux x86_64)')).toBe('linux')
})
