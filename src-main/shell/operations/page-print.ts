import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { ShellHandler } from '../context.ts'

/** Asks for a printer first: without one the system's dialog would open and never answer. */
export const printPage: ShellHandler<'page.print'> = async ({ printer }, { title }) => {
  if (!(await printer.isInstalled())) throw new Refusal('no_printer')
  return { printed: await printer.printWindow(title) }
}
