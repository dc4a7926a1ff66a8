const FIRST_CELL = '[data-cell-editor] :is(input, select), [role="grid"][tabindex]'

/**
 * Enter on the last field of a form's head leads to its grid, as Tab does. Rows that are still being read take the focus
 * as they come up, unless the clerk has gone elsewhere by then.
 */
export function enterGrid(form: HTMLElement | null): void {
  if (form === null || focusFirstCell(form)) return
  const left = document.activeElement
  const observer = new MutationObserver(() => {
    if (document.activeElement !== left || focusFirstCell(form)) observer.disconnect()
  })
  observer.observe(form, { childList: true, subtree: true })
}

function focusFirstCell(form: HTMLElement): boolean {
  const cell = form.querySelector<HTMLElement>(FIRST_CELL)
  cell?.focus()
  return cell !== null
}
