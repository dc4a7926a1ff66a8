/** Pages of ours that may open in the clerk's browser, exactly as written here. There is none yet. */
export const outsidePages: ReadonlySet<string> = new Set<string>()

/**
 * The address to hand to the system for a link the clerk followed, or null. Only a listed page, or a mail to one plain
 * address: no attachment, no copy to others, no other scheme.
 */
export const outsideAddress = (link: string, pages: ReadonlySet<string> = outsidePages): string | null => {
  if (!URL.canParse(link)) return null
  const url = new URL(link)
  if (url.protocol === 'mailto:') return MAIL_ADDRESS.test(url.pathname) ? `mailto:${url.pathname}` : null
  return url.protocol === 'https:' && pages.has(url.href) ? url.href : null
}

const MAIL_ADDRESS = /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/
