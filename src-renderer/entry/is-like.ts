/** Whether a value read back has the fields of another, each of its kind; nothing is of any kind. */
export function isLike(value: unknown, other: unknown): boolean {
  if (value === undefined) return false
  if (value === null || other === null) return true
  if (Array.isArray(other)) {
    const [first] = other as readonly unknown[]
    return Array.isArray(value) && (first === undefined || value.every((each) => isLike(each, first)))
  }
  if (typeof other !== 'object') return typeof value === typeof other
  if (typeof value !== 'object' || Array.isArray(value)) return false
  const fields = value as Readonly<Record<string, unknown>>
  return Object.entries(other).every(([name, of]) => of === undefined || isLike(fields[name], of))
}
