/**
 * JSON in one form only (RFC 8785), so that equal inputs are equal texts and hashes do not depend on key order: keys sorted by
 * their UTF-16 code units, no spaces, numbers as JavaScript writes them. A field that is undefined is left out.
 * @throws RangeError for a number that JSON has no form for
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`JSON has no form for ${value}`)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`
  let fields = ''
  for (const key of Object.keys(value).toSorted()) {
    const field: unknown = Reflect.get(value, key)
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`
  }
  return `{${fields}}`
}
