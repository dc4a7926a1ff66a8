import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import css from './Dialog.module.css'

export type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  /** In px. */
  readonly width?: number
  readonly role?: 'dialog' | 'alertdialog'
  /** False while leaving would lose work in progress. */
  readonly isDismissable?: boolean
}

/** A dialog over the window. Esc closes it and the focus returns. Prefer saying things beside the field. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  width = 440,
  role = 'dialog',
  isDismissable = true,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      className={css.veil ?? ''}
    >
      <Modal className={css.modal ?? ''} style={{ width }}>
        <AriaDialog role={role} className={css.dialog ?? ''}>
          <Heading slot="title" className={css.title ?? ''}>
            {title}
          </Heading>
          <div className={css.body}>{children}</div>
          {footer !== undefined && <div className={css.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export type ConfirmDialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  /** What will be done, as a verb: Void the invoice. */
  readonly confirmLabel: string
  readonly isDanger?: boolean
  readonly children: ReactNode
}

/** Asks before something that cannot be taken back in one step. Enter confirms unless it is dangerous; then it goes back. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirmLabel,
  isDanger = false,
  children,
}: ConfirmDialogProps) {
  function confirm(): void {
    onClose()
    onConfirm()
  }
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose} autoFocus={isDanger} keyHint="Escape">
            Go back
          </Button>
          <Button onPress={confirm} variant={isDanger ? 'danger' : 'primary'} autoFocus={!isDanger}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
