import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { menuBar, type MenuEntry } from '../../src-shared/keys-and-menu/menu.ts'

/** Puts the list of actions into the native menu. A click names its action; the window does the rest. */
export const installMenu = (onAction: (id: string) => void): void => {
  const ours = menuBar().map((entry) => menuItem(entry, onAction))
  // A Mac's first menu is the program's own; without it Cmd+Q and Hide are missing.
  const template: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }, ...ours] : ours
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

const menuItem = (entry: MenuEntry, onAction: (id: string) => void): MenuItemConstructorOptions => {
  switch (entry.kind) {
    case 'submenu':
      return { label: entry.label, submenu: entry.entries.map((inner) => menuItem(inner, onAction)) }
    case 'separator':
      return { type: 'separator' }
    case 'role':
      return { role: entry.role }
    case 'action': {
      const { id, label, accelerator, registerAccelerator } = entry
      const item: MenuItemConstructorOptions = { id, label, registerAccelerator, click: () => onAction(id) }
      return accelerator === undefined ? item : { ...item, accelerator }
    }
  }
}
