import { useId } from 'react'
import type { Ref } from 'react'

/** What every field takes. */
export type FieldProps = {
  readonly label: string
  /** Keeps the label for screen readers only, where the place says what the field is. */
  readonly hideLabel?: boolean
  /** Said beside the field: what is wrong and what to do. */
  readonly error?: string | undefined
  readonly hint?: string | undefined
  /** Enter stops here; see EntryForm. */
  readonly quick?: boolean
  readonly required?: boolean
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly autoFocus?: boolean
  readonly name?: string
  readonly className?: string | undefined
}

export type InputFieldProps = FieldProps & { readonly inputRef?: Ref<HTMLInputElement> }

/** What the control itself needs: the same for a field with a label and for a cell of a grid. */
export type ControlAttributes = {
  readonly id?: string
  readonly name?: string | undefined
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
  readonly 'aria-label'?: string
  readonly 'aria-invalid'?: true | undefined
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-required'?: true | undefined
  readonly 'data-quick'?: '' | undefined
  /** See useFocusAfterWork. */
  readonly 'data-first'?: '' | undefined
}

export type FieldIds = { readonly control: string; readonly label: string; readonly message: string }

export type FieldParts = { readonly ids: FieldIds; readonly control: ControlAttributes }

/** Ids and attributes that tie a control to its label and its message. `problem` is what the field itself refuses. */
export function useFieldParts(props: FieldProps, problem: string | null = null): FieldParts {
  const id = useId()
  const ids = { control: id, label: `${id}-label`, message: `${id}-message` }
  const invalid = problem !== null || props.error !== undefined
  return {
    ids,
    control: {
      id,
      name: props.name,
      disabled: props.isDisabled ?? false,
      readOnly: props.isReadOnly ?? false,
      autoFocus: props.autoFocus ?? false,
      'aria-invalid': invalid || undefined,
      'aria-describedby': invalid || props.hint !== undefined ? ids.message : undefined,
      'aria-required': props.required === true || undefined,
      'data-quick': props.quick === true ? '' : undefined,
      'data-first': props.autoFocus === true ? '' : undefined,
    },
  }
}
