/** The window's origin: a scheme of our own and one fixed host. */
export const SCHEME = 'app'
export const HOST = 'duebook'
export const ORIGIN = `${SCHEME}://${HOST}`

export interface Sender {
  /** The window was made by us to talk to the main process. */
  readonly isRegistered: boolean
  readonly isMainFrame: boolean
  /** Missing when the frame is gone or has not committed a page. */
  readonly url: string | undefined
}

/**
 * Whether a message comes from our own page in our own window. A frame, a blank page, another origin and a missing url
 * are refused. `origin` differs only while developing, where pages come from a local server.
 */
export const isTrustedSender = (sender: Sender, origin: string = ORIGIN): boolean =>
  sender.isRegistered && sender.isMainFrame && originOf(sender.url) === origin

/** `scheme://host:port` of an address; undefined when there is none. The origin of a scheme of one's own is 'null' to URL. */
export const originOf = (address: string | undefined): string | undefined => {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { protocol, host } = new URL(address)
  return host === '' ? undefined : `${protocol}//${host}`
}
