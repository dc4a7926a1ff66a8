import { typeKey } from './type-key.ts'

/** How long a screen may take to put the focus where keys go; one that has only words to show leaves it on its heading. */
const FOCUS_MS_MAX = 300
const LOOK_MS = 10

const modifiers = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])

/** Null while nothing is waited for: keys then go where they are typed. */
let held: KeyboardEvent[] | null = null
let shown: Promise<unknown> = Promise.resolve()
/** How many screens were asked for. */
let requests = 0

/**
 * Holds the keys from now on until a screen is shown and has taken the focus, and then types them there: a clerk who
 * presses a key and types on means the screen that comes, whether or not it is loaded yet.
 */
export function holdKeysUntil(next: Promise<unknown>): void {
  requests += 1
  shown = Promise.allSettled([shown, next])
  if (held === null) void typeLater()
}

async function typeLater(): Promise<void> {
  const keys: KeyboardEvent[] = []
  held = keys
  window.addEventListener('keydown', hold, true)
  try {
    await typeAll(keys)
  } finally {
    window.removeEventListener('keydown', hold, true)
    held = null
  }
}

async function typeAll(keys: KeyboardEvent[]): Promise<void> {
  let seen = 0
  for (;;) {
    // Also between two keys: one that was typed may have led to the next screen.
    while (seen !== requests) {
      seen = requests
      await shown
      await untilFocused()
    }
    const key = keys.shift()
    if (key === undefined) return
    typeKey(key)
    await aMoment(0)
  }
}

function hold(event: KeyboardEvent): void {
  if (held === null || !event.isTrusted || modifiers.has(event.key)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  held.push(event)
}

async function untilFocused(): Promise<void> {
  for (let waited = 0; waited < FOCUS_MS_MAX && !takesKeys(document.activeElement); waited += LOOK_MS) {
    await aMoment(LOOK_MS)
  }
}

const takesKeys = (element: Element | null): boolean =>
  element !== null && element !== document.body && !element.matches('[data-page-heading]') && element.checkVisibility()

const aMoment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
