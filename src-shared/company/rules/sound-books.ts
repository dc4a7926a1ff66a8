interface Checked {
  readonly rules: readonly { readonly title: string; readonly violations: number }[]
  readonly chain: { readonly intact: boolean }
}

/** Every rule holds and the chain of commands is whole. */
export const isSound = (check: Checked): boolean => brokenIn(check).length === 0

/** The titles of what does not hold. */
export const brokenIn = ({ rules, chain }: Checked): readonly string[] => [
  ...rules.filter(({ violations }) => violations > 0).map(({ title }) => title),
  ...(chain.intact ? [] : ['Each command is as it was when it was posted']),
]
