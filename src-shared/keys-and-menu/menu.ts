import { electronAccelerator } from './accelerator.ts'
import { menuTitles } from '../kit/action.ts'
import type { MenuId } from '../kit/action.ts'
import { actions } from './actions.ts'
import type { Action, ActionId } from './actions.ts'

/** Built-in entries of the desktop that need no action of ours. */
export type MenuRole =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'togglefullscreen'
  | 'about'

export type MenuEntry =
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly MenuEntry[] }
  | {
      readonly kind: 'action'
      readonly id: ActionId
      readonly label: string
      readonly accelerator?: string
      /** Always false: the window's own dispatcher takes the key, the menu only shows it. */
      readonly registerAccelerator: false
    }
  | { readonly kind: 'role'; readonly role: MenuRole }
  | { readonly kind: 'separator' }

const rolesBefore: Partial<Record<MenuId, readonly (readonly MenuRole[])[]>> = {
  edit: [
    ['undo', 'redo'],
    ['cut', 'copy', 'paste', 'selectAll'],
  ],
}
const rolesAfter: Partial<Record<MenuId, readonly (readonly MenuRole[])[]>> = {
  view: [['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen']],
  help: [['about']],
}

/** The native menu bar as plain data; the shell turns it into the desktop's own menu. */
export function menuBar(): readonly MenuEntry[] {
  return menuIds.map((menu) => ({ kind: 'submenu', label: menuTitles[menu], entries: entriesOf(menu) }))
}

const menuIds = Object.keys(menuTitles) as readonly MenuId[]

function entriesOf(menu: MenuId): readonly MenuEntry[] {
  const sections = [
    ...(rolesBefore[menu] ?? []).map((roles) => roles.map(roleEntry)),
    ...actionSections(menu),
    ...(rolesAfter[menu] ?? []).map((roles) => roles.map(roleEntry)),
  ]
  return sections.flatMap((section, index): readonly MenuEntry[] =>
    index === 0 ? section : [{ kind: 'separator' }, ...section],
  )
}

function actionSections(menu: MenuId): readonly (readonly MenuEntry[])[] {
  const sections = new Map<number, MenuEntry[]>()
  const list: readonly Action[] = actions
  for (const action of list.toSorted((a, b) => orderOf(a) - orderOf(b))) {
    if (action.menu?.menu !== menu) continue
    const section = sections.get(action.menu.section) ?? []
    section.push(actionEntry(action))
    sections.set(action.menu.section, section)
  }
  return [...sections].toSorted(([a], [b]) => a - b).map(([, entries]) => entries)
}

const LAST = 99

function orderOf(action: Action): number {
  return action.menu?.order ?? LAST
}

function roleEntry(role: MenuRole): MenuEntry {
  return { kind: 'role', role }
}

function actionEntry(action: Action): MenuEntry {
  const entry = { kind: 'action', id: action.id, label: action.title, registerAccelerator: false } as const
  return action.key === undefined ? entry : { ...entry, accelerator: electronAccelerator(action.key) }
}
