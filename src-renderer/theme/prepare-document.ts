/**
 * Call once before the first render. React Aria adds a <style> for pressable elements unless an element with its id is
 * there already; our content security policy allows no inline style, so a placeholder stands in and base.css has the rule.
 */
export function prepareDocument(document: Document): void {
  const id = 'react-aria-pressable-style'
  if (document.getElementById(id) !== null) return
  const placeholder = document.createElement('meta')
  placeholder.id = id
  document.head.append(placeholder)
}
