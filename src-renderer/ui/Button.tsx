import type { MouseEvent, ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import { KeyHint } from './KeyHint.tsx'
import css from './Button.module.css'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly variant?: ButtonVariant
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  /** The key that does the same, shown small. */
  readonly keyHint?: string
  /** A name for screen readers where the text says too little. */
  readonly label?: string
  /** A mouse click leaves the focus where it is: for buttons that stand for a key. */
  readonly keepsFocus?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly title?: string
}

export function Button({
  children,
  onPress,
  variant = 'plain',
  isDisabled = false,
  autoFocus = false,
  keyHint,
  label,
  keepsFocus = false,
  ref,
  title,
}: ButtonProps) {
  function holdFocus(event: MouseEvent): void {
    if (keepsFocus) event.preventDefault()
  }
  return (
    <button
      ref={ref}
      type="button"
      className={classNames(css.button, css[variant])}
      disabled={isDisabled}
      autoFocus={autoFocus}
      data-first={autoFocus ? '' : undefined}
      aria-label={label}
      title={title}
      onMouseDown={holdFocus}
      onClick={onPress}
    >
      {children}
      {keyHint !== undefined && <KeyHint keys={keyHint} />}
    </button>
  )
}
