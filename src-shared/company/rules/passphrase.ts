/** Fewer letters can be tried through by whoever has the file, however slow each try is. */
export const PASSPHRASE_LEAST = 12

/** Counted as a person counts: a letter with its accent is one. */
export const isPassphraseLongEnough = (passphrase: string): boolean =>
  [...passphrase.normalize('NFKC').trim()].length >= PASSPHRASE_LEAST
