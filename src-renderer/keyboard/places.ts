/** Everywhere the window can be. A place carries only what is needed to show it again. */
export type Place =
  | { readonly screen: 'welcome' }
  | { readonly screen: 'home' }
  | { readonly screen: 'customers' }
  | { readonly screen: 'customer'; readonly uid: string }
  | { readonly screen: 'customerEdit'; readonly uid?: string }
  | { readonly screen: 'documents' }
  | { readonly screen: 'document'; readonly uid: string }
  | { readonly screen: 'invoice'; readonly customerUid?: string; readonly draftUid?: string }
  | { readonly screen: 'receivePayment'; readonly customerUid?: string; readonly documentUid?: string }
  | { readonly screen: 'aging' }
  | { readonly screen: 'statement'; readonly customerUid?: string }
  | { readonly screen: 'import' }

/** Whether two places are the same one. */
export function isSamePlace(a: Place, b: Place): boolean {
  const left = Object.entries(a)
  const right = new Map<string, unknown>(Object.entries(b))
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value)
}
