/** A file name the systems we run on all take, made of a company's or customer's name. */
export const fileNameFor = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .slice(0, 80)
    .replace(/[.\s]+$/, '')
  return plain === '' || RESERVED.test(plain) ? `Duebook ${plain}`.trim() : plain
}

// Names of devices on Windows.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** The path with its ending, which some dialogs leave to the program. */
export const withEnding = (path: string, ending: string): string =>
  path.toLowerCase().endsWith(ending) ? path : path + ending
