/** The field after `from` (before it, when `backwards`) in document order; `from` itself need not be among them. */
export function nextInOrder<Field extends Node>(
  fields: readonly Field[],
  from: Node,
  backwards: boolean,
): Field | undefined {
  const follows = (field: Field): boolean =>
    field !== from && (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const precedes = (field: Field): boolean =>
    field !== from && (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  return backwards ? fields.findLast(precedes) : fields.find(follows)
}
