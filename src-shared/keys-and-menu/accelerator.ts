/** A key with its modifiers. `ctrl` is Command on a Mac. */
export type Accelerator = {
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** As in KeyboardEvent.key: `i`, `F9`, `?`, ` `, `ArrowUp`, `Escape`. */
  readonly key: string
}

export type Platform = 'mac' | 'windows' | 'linux'

/** The part of a KeyboardEvent that decides which accelerator it is. */
export type KeyStroke = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const eventKeys: Record<string, string> = {
  Space: ' ',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Esc: 'Escape',
}

/** Reads `Ctrl+Shift+S`. The key comes last; `Space`, `Up`, `Down` and `Delete` are spelled out. */
export function parseAccelerator(text: string): Accelerator {
  const parts = partsOf(text)
  const name = parts.at(-1) ?? ''
  const modifiers = new Set(parts.slice(0, -1))
  for (const modifier of modifiers) {
    if (modifier !== 'Ctrl' && modifier !== 'Shift' && modifier !== 'Alt') {
      throw new RangeError(`The key "${text}" has an unknown modifier "${modifier}"; use Ctrl, Shift or Alt.`)
    }
  }
  if (name === '') throw new RangeError(`The key "${text}" names no key.`)
  const key = eventKeys[name] ?? (name.length === 1 ? name.toLowerCase() : name)
  return { ctrl: modifiers.has('Ctrl'), shift: modifiers.has('Shift'), alt: modifiers.has('Alt'), key }
}

/** `Ctrl+Shift+S` in its parts. A plus that ends the text is the key itself. */
function partsOf(text: string): readonly string[] {
  return text.split(/\+(?!$)/)
}

/** Whether the key typed is this accelerator. */
export function isAccelerator(stroke: KeyStroke, accelerator: Accelerator, platform: Platform): boolean {
  const ctrl = platform === 'mac' ? stroke.metaKey : stroke.ctrlKey
  const foreign = platform === 'mac' ? stroke.ctrlKey : stroke.metaKey
  if (foreign || ctrl !== accelerator.ctrl || stroke.altKey !== accelerator.alt) return false
  const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key
  if (key !== accelerator.key) return false
  // `?` needs Shift on most keyboards and none on others: the character itself says it all.
  return isPlainSign(accelerator) || stroke.shiftKey === accelerator.shift
}

function isPlainSign({ ctrl, alt, key }: Accelerator): boolean {
  return !ctrl && !alt && key.length === 1 && key !== ' ' && key.toLowerCase() === key.toUpperCase()
}

/** Whether typing this into a text field would put a character there or take one away. */
export function isTypingKey({ ctrl, alt, key }: Accelerator): boolean {
  return !ctrl && !alt && (key.length === 1 || key === 'Delete' || key === 'Backspace')
}

/** The accelerator as a clerk reads it: `['Ctrl', 'I']`, on a Mac `['⌘', 'I']`. Any other text (`12*3+5`) stays whole. */
export function acceleratorKeys(text: string, platform: Platform): readonly string[] {
  if (!/^(Ctrl|Shift|Alt)\+/.test(text)) return [shownNames[text] ?? text]
  return partsOf(text).map((part) => {
    if (platform === 'mac') return macNames[part] ?? part
    return shownNames[part] ?? part
  })
}

const shownNames: Record<string, string> = { Escape: 'Esc', Delete: 'Del', Insert: 'Ins' }
const macNames: Record<string, string> = {
  Ctrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Escape: 'Esc',
  Delete: 'Del',
  Insert: 'Ins',
}

/** The accelerator in Electron's words: `CommandOrControl+I`. */
export function electronAccelerator(text: string): string {
  return partsOf(text)
    .map((part) => (part === 'Ctrl' ? 'CommandOrControl' : part))
    .join('+')
}
