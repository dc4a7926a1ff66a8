import { isTextField } from './focus-place.ts'
import { nextInOrder } from './focus-order.ts'

/** Types a key that was held back: its events, and what the browser does of itself where nobody prevents it. */
export function typeKey(key: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  // Its fields are those of the key, as the first one had them.
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', key))
  if (isFree && !key.ctrlKey && !key.altKey && !key.metaKey) doAsBrowser(key, target)
  const after = document.activeElement ?? document.body
  after.dispatchEvent(new KeyboardEvent('keyup', key))
}

function doAsBrowser({ key, shiftKey }: KeyboardEvent, target: Element): void {
  if (key === 'Tab') moveFocus(target, shiftKey)
  else if (isField(target) && isTextField(target)) edit(target, key)
  else if (target instanceof HTMLSelectElement) choose(target, key)
  else if (target instanceof HTMLInputElement && target.type === 'radio') check(target, key)
  else if (key === ' ' && target instanceof HTMLInputElement) target.click()
}

type Field = HTMLInputElement | HTMLTextAreaElement

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

const stepOf: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function edit(field: Field, key: string): void {
  if (field.readOnly || field.disabled) return
  const { length } = field.value
  const [start, end] = [field.selectionStart ?? length, field.selectionEnd ?? length]
  const isEmpty = start === end
  if (key.length === 1) {
    const isFull = field.maxLength >= 0 && length - (end - start) >= field.maxLength
    if (!isFull) replace(field, key, start, end)
  } else if (key === 'Backspace') replace(field, '', isEmpty ? Math.max(0, start - 1) : start, end)
  else if (key === 'Delete') replace(field, '', start, isEmpty ? Math.min(length, end + 1) : end)
  else if (key === 'Home') field.setSelectionRange(0, 0)
  else if (key === 'End') field.setSelectionRange(length, length)
  else if (key === 'ArrowLeft') moveCaret(field, isEmpty ? Math.max(0, start - 1) : start)
  else if (key === 'ArrowRight') moveCaret(field, isEmpty ? end + 1 : end)
}

const moveCaret = (field: Field, at: number): void => field.setSelectionRange(at, at)

function replace(field: Field, text: string, start: number, end: number): void {
  field.setRangeText(text, start, end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text === '' ? null : text }))
}

/** The next or last option by an arrow, or the next one that begins with the letter. */
function choose(select: HTMLSelectElement, key: string): void {
  const options = [...select.options]
  const { selectedIndex: now } = select
  const step = stepOf[key]
  const begins = (option: HTMLOptionElement): boolean => option.label.toLowerCase().startsWith(key.toLowerCase())
  const after = options.findIndex((option, index) => index > now && begins(option))
  const next = step === undefined ? (after >= 0 ? after : options.findIndex(begins)) : now + step
  if ((step === undefined && key.length > 1) || options[next] === undefined) return
  select.selectedIndex = next
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

function check(radio: HTMLInputElement, key: string): void {
  const step = stepOf[key]
  if (step === undefined) return
  const group = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
    ({ name, disabled }) => name === radio.name && !disabled,
  )
  const next = group.at((group.indexOf(radio) + step) % group.length)
  next?.focus()
  next?.click()
}

function moveFocus(from: Element, backwards: boolean): void {
  const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')
  const stops = [...all].filter((each) => each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility())
  nextInOrder(stops, from, backwards)?.focus()
}
