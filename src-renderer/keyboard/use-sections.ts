import { useActions } from './use-action.ts'

export type Sections<Value extends string> = {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value }[]
}

/** Goes to the next and the previous of a screen's sections by key, from any field; the last leads on to the first. */
export function useSections<Value extends string>({ value, onChange, options }: Sections<Value>): void {
  useActions({
    'section.next': () => onChange(sectionBeside(options, value, 1)),
    'section.previous': () => onChange(sectionBeside(options, value, -1)),
  })
}

export function sectionBeside<Value extends string>(
  options: Sections<Value>['options'],
  value: Value,
  steps: 1 | -1,
): Value {
  const here = options.findIndex((option) => option.value === value)
  return options.at((here + steps) % options.length)?.value ?? value
}
