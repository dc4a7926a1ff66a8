/**
 * Takes everything of the screen out of the document while the window is locked: nothing can be read there. The nodes live on,
 * so that what was typed, chosen and opened is there again when they come back.
 */
export function takeScreenAway(instead: HTMLElement): () => void {
  const { body, activeElement, title } = document
  const nodes = [...body.childNodes]
  const scrolled = nodes
    .filter((node) => node instanceof HTMLElement)
    .flatMap((node) => [...node.querySelectorAll('*')])
    .filter(({ scrollTop, scrollLeft }) => scrollTop > 0 || scrollLeft > 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }))
  for (const node of nodes) node.remove()
  document.title = 'Duebook'
  body.append(instead)
  return () => {
    instead.remove()
    body.append(...nodes)
    document.title = title
    for (const { element, top, left } of scrolled) element.scrollTo({ top, left })
    if (activeElement instanceof HTMLElement) activeElement.focus()
  }
}
