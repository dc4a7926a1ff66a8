import path from 'node:path'

/**
 * The company file named on a command line: after `--open`, or any argument that ends in `.duebook` (a double click on a
 * file starts us so). Relative to `folder`, where the command was given. Null when there is none.
 */
export const fileArgument = (args: readonly string[], folder: string): string | null => {
  const after = args.indexOf('--open')
  const named = after >= 0 ? args[after + 1] : args.find((arg) => !arg.startsWith('-') && /\.duebook$/i.test(arg))
  return named === undefined || named.startsWith('-') ? null : path.resolve(folder, named)
}

/** Files named from outside: some before there is a window to open them in. Only the last of those counts. */
export class NamedFiles {
  #waiting: string | null = null
  #open: ((file: string) => void) | undefined

  /** A file waits to be opened. */
  get isNamed(): boolean {
    return this.#waiting !== null
  }

  name(file: string | null): void {
    if (file === null) return
    if (this.#open) this.#open(file)
    else this.#waiting = file
  }

  serve(open: (file: string) => void): void {
    this.#open = open
    this.name(this.#waiting)
    this.#waiting = null
  }
}
