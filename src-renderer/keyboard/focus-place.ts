import type { FocusPlace } from './key-to-action.ts'

const inputsWithoutText = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])

/** Whether typing goes into this element. */
export function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !inputsWithoutText.has(element.type)
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable)
}

/** Where an element stands, as the dispatcher needs to know it. */
export function focusPlaceOf(element: Element | null): FocusPlace {
  if (element === null) return { gridScope: null, field: 'none' }
  const gridScope = element.closest('[data-action-scope]')?.getAttribute('data-action-scope') ?? null
  // Typing a letter into a select picks an option, so it counts as a field that takes plain keys.
  const takesText = isTextField(element) || element instanceof HTMLSelectElement
  if (!takesText) return { gridScope, field: 'none' }
  return { gridScope, field: element.hasAttribute('data-untouched') ? 'untouched' : 'typing' }
}

/** Whether a dialog stands over the window, so that keys must not reach the screen beneath. */
export function isInDialog(element: Element | null): boolean {
  return element?.closest('[role="dialog"],[role="alertdialog"],[role="menu"]') != null
}
