import type { Platform } from '../../src-shared/keys-and-menu/accelerator.ts'

/** The desktop the window runs on, from what the browser says of itself. */
export function platformOf(userAgent: string): Platform {
  if (/Macintosh|Mac OS X/.test(userAgent)) return 'mac'
  return /Windows/.test(userAgent) ? 'windows' : 'linux'
}

export const platform: Platform = platformOf(typeof navigator === 'undefined' ? '' : navigator.userAgent)
