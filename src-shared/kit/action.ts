import type { Role } from './operation.ts'

/** The menus of the window, in the order they stand in the bar. */
export const menuTitles = {
  company: 'Company',
  edit: 'Edit',
  enter: 'Enter',
  document: 'Document',
  customers: 'Customers',
  reports: 'Reports',
  view: 'View',
  help: 'Help',
} as const

export type MenuId = keyof typeof menuTitles

/** Entries of one menu with the same section stand together; a line separates sections. */
export type MenuPlace = {
  readonly menu: MenuId
  readonly section: number
  /** Within its section, before those without one. */
  readonly order?: number
}

export const actionGroups = [
  'Go to',
  'Enter',
  'Document',
  'Payment',
  'Rows',
  'Lines',
  'Customers',
  'Company',
  'Window',
] as const
export type ActionGroup = (typeof actionGroups)[number]

/**
 * Where keys work, each scope within another; the outermost is `app`. `document` is a screen that posts or shows a document,
 * `screen:` one screen, `grid:` only while the focus is inside that grid, before anything else.
 */
export type Scopes = Readonly<Record<string, string>>

/** What a viewer has: to go, to look and to print. The other groups change the books. */
const GROUPS_OF_VIEWERS: readonly ActionGroup[] = ['Go to', 'Company', 'Window']

/** The least role that may do an action. */
export const roleOfAction = ({ role, group }: Pick<ActionDefinition, 'role' | 'group'>): Role =>
  role ?? (GROUPS_OF_VIEWERS.includes(group) ? 'viewer' : 'clerk')

export type ActionDefinition = {
  readonly id: string
  readonly title: string
  readonly group: ActionGroup
  /** What happens, in one sentence, for the palette and the shortcut sheet. */
  readonly hint: string
  readonly scope: string
  /** Accelerator as in `Ctrl+I`, `Shift+F9`, `?`, `Space`; Ctrl means Command on a Mac. */
  readonly key?: string
  readonly menu?: MenuPlace
  /** The least role that may do it; what its group usually needs where left out. */
  readonly role?: Role
  /** Other words a clerk may look for it by. */
  readonly keywords?: string
}
