import { acceleratorKeys } from '../../src-shared/keys-and-menu/accelerator.ts'
import { platform } from '../keyboard/platform.ts'
import css from './KeyHint.module.css'

/** Shows a key: `keys` is an accelerator such as `Ctrl+I`, in the words of the desktop. */
export function KeyHint({ keys, bare = false }: { readonly keys: string; readonly bare?: boolean }) {
  return <kbd className={bare ? css.bare : css.key}>{acceleratorKeys(keys, platform).join(' ')}</kbd>
}
