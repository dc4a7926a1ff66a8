import { describe, expect, test } from 'vitest'
import {
  electronAccelerator,
  isAccelerator,
  isTypingKey,
  parseAccelerator,
} from '../../src-shared/keys-and-menu/accelerator.ts'
import { actionOf, actions, isActionId, scopesTogetherWith } from '../../src-shared/keys-and-menu/actions.ts'
import type { Action } from '../../src-shared/keys-and-menu/actions.ts'
import { roleOfAction } from '../../src-shared/kit/action.ts'
import { createActionRegistry } from '../../src-renderer/keyboard/action-registry.ts'
import { menuBar } from '../../src-shared/keys-and-menu/menu.ts'

const all: readonly Action[] = actions

function strokeText(key: string): string {
  const { ctrl, alt, shift, key: name } = parseAccelerator(key)
  return [ctrl && 'ctrl', alt && 'alt', shift && 'shift', name].filter(Boolean).join('+')
}

describe('the list of actions', () => {
  test('every action has its own id', () => {
    expect(new Set(all.map((action) => action.id)).size).toBe(all.length)
  })

  test('no two actions that can be in force together share a key', () => {
    const clashes = all.flatMap((action, index) =>
      all.slice(index + 1).flatMap((other) => {
        if (action.key === undefined || other.key === undefined) return []
        if (!scopesTogetherWith(action.scope).includes(other.scope)) return []
        return strokeText(action.key) === strokeText(other.key) ? [`${action.id} and ${other.id}: ${action.key}`] : []
      }),
    )
    expect(clashes).toEqual([])
  })

  test('two scopes are together either both ways or not at all', () => {
    for (const action of all) {
      for (const scope of scopesTogetherWith(action.scope)) {
        expect(scopesTogetherWith(scope)).toContain(action.scope)
      }
    }
  })

  test('no key takes an editing key away from a text field', () => {
    const editing = ['A', 'C', 'V', 'X', 'Z', 'Shift+Z', 'Left', 'Right', 'Home', 'End', 'Backspace'].map(
      (key) => `Ctrl+${key}`,
    )
    const plain = ['Tab', 'Enter', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown', 'Backspace']
    const taken = new Set([...editing, ...plain, ...plain.map((key) => `Shift+${key}`)].map(strokeText))
    expect(all.filter((action) => action.key !== undefined && taken.has(strokeText(action.key)))).toEqual([])
  })

  test('Space and Del act only inside a grid, where they type nothing', () => {
    const typing = all.filter((action) => action.key !== undefined && isTypingKey(parseAccelerator(action.key)))
    expect(typing.map((action) => [action.id, action.scope])).toEqual([
      ['keys.show', 'app'],
      ['due.tick', 'grid:due'],
      ['payment.payRow', 'grid:payment'],
      ['payment.clear', 'grid:payment'],
      ['items.tick', 'grid:items'],
      ['items.clear', 'grid:items'],
    ])
  })

  test('titles are short and hints are sentences', () => {
    for (const action of all) {
      expect(action.title.length).toBeLessThanOrEqual(32)
      expect(action.hint).toMatch(/^\p{Lu}.*\.$/u)
    }
  })

  test('a viewer may go, look and print, and nothing that changes the books', () => {
    const viewers = all.filter((action) => roleOfAction(action) === 'viewer').map(({ id }) => id)
    expect(viewers.filter((id) => !id.startsWith('go.'))).toEqual([
      'find.open',
      'palette.open',
      'list.columns',
      'keys.show',
      'company.new',
      'company.open',
      'company.sample',
      'company.close',
      'backup.now',
      'print.page',
      'pdf.save',
      'app.quit',
      'section.next',
      'section.previous',
      'workDate.set',
      'user.change',
      'window.lock',
      'window.lockAfter',
      'theme.switch',
      'document.postings',
      'unidentified.list',
      'batches.list',
      'deductions.list',
      'books.check',
      'history.verify',
      'history.saveCsv',
      'record.history',
    ])
    for (const id of ['go.import', 'go.recurringDue', 'go.revaluation', 'invoice.new', 'document.void'] as const) {
      expect(roleOfAction(actionOf(id))).toBe('clerk')
    }
    expect(roleOfAction(actionOf('go.encryption'))).toBe('owner')
  })

  test('what who works here may not do is handled by nothing, and says why', () => {
    const registry = createActionRegistry()
    registry.register('invoice.new', { run: () => {}, enabled: true })
    registry.register('go.aging', { run: () => {}, enabled: true })
    const said: string[] = []
    registry.forbid({ reasonOf: (id) => (id === 'invoice.new' ? 'Not yours.' : null), say: (text) => said.push(text) })
    expect([registry.tellsIfForbidden('invoice.new'), registry.tellsIfForbidden('go.aging')]).toEqual([true, false])
    expect(said).toEqual(['Not yours.'])
    expect(registry.handlerOf('invoice.new')).toBeUndefined()
    expect(registry.stateOf('invoice.new')).toEqual({ available: true, enabled: false })
    expect(registry.reasonAgainst('invoice.new')).toBe('Not yours.')
    expect(registry.stateOf('go.aging').enabled).toBe(true)
    registry.forbid(null)
    expect(registry.stateOf('invoice.new').enabled).toBe(true)
  })

  test('an id from outside is an action only when the list has it', () => {
    expect(isActionId('invoice.new')).toBe(true)
    expect(isActionId('__proto__')).toBe(false)
    expect(actionOf('invoice.new').key).toBe('Ctrl+I')
  })
})

describe('accelerators', () => {
  const stroke = { key: 'i', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false }

  test('Ctrl is Command on a Mac', () => {
    const key = parseAccelerator('Ctrl+I')
    expect(isAccelerator(stroke, key, 'linux')).toBe(true)
    expect(isAccelerator(stroke, key, 'mac')).toBe(false)
    expect(isAccelerator({ ...stroke, ctrlKey: false, metaKey: true }, key, 'mac')).toBe(true)
  })

  test('F9 is not Shift+F9', () => {
    const shifted = { key: 'F9', ctrlKey: false, metaKey: false, altKey: false, shiftKey: true }
    expect(isAccelerator(shifted, parseAccelerator('F9'), 'linux')).toBe(false)
    expect(isAccelerator(shifted, parseAccelerator('Shift+F9'), 'linux')).toBe(true)
  })

  test('a question mark is one with or without Shift, as the keyboard has it', () => {
    const sign = { key: '?', ctrlKey: false, metaKey: false, altKey: false, shiftKey: true }
    expect(isAccelerator(sign, parseAccelerator('?'), 'linux')).toBe(true)
    expect(isAccelerator({ ...sign, shiftKey: false }, parseAccelerator('?'), 'linux')).toBe(true)
    expect(isAccelerator({ ...sign, ctrlKey: true }, parseAccelerator('?'), 'linux')).toBe(false)
  })

  test('the menu writes keys in Electron’s words', () => {
    expect(electronAccelerator('Ctrl+Shift+S')).toBe('CommandOrControl+Shift+S')
  })

  test('an unknown modifier is refused by name', () => {
    expect(() => parseAccelerator('Hyper+I')).toThrow(/"Hyper"/)
  })
})

describe('the native menu', () => {
  const entries = menuBar().flatMap((menu) => (menu.kind === 'submenu' ? menu.entries : []))

  test('holds each action with a menu place exactly once', () => {
    const shown = entries.flatMap((entry) => (entry.kind === 'action' ? [entry.id] : []))
    const placed = all.filter((action) => action.menu !== undefined).map((action) => action.id)
    expect(shown.toSorted()).toEqual(placed.toSorted())
  })

  test('shows keys but leaves them to the window', () => {
    const invoice = entries.find((entry) => entry.kind === 'action' && entry.id === 'invoice.new')
    expect(invoice).toMatchObject({ accelerator: 'CommandOrControl+I', registerAccelerator: false })
  })

  test('no menu starts, ends or doubles a line', () => {
    for (const menu of menuBar()) {
      if (menu.kind !== 'submenu') throw new Error('The menu bar holds menus only.')
      const kinds = menu.entries.map((entry) => entry.kind)
      expect(kinds[0]).not.toBe('separator')
      expect(kinds.at(-1)).not.toBe('separator')
      expect(kinds.join(' ')).not.toContain('separator separator')
    }
  })
})
