import { text } from './fields.ts'
import { output, shell } from './operation.ts'

/** What is on screen, on paper. */
export const page = {
  /** Shows the system's print dialog for the window as its print styles lay it out; false when the clerk closes it. */
  'page.print': shell(
    { title: text(200, 1) },
    { output: output<{ readonly printed: boolean }>(), refusals: ['no_printer', 'print_failed'] },
  ),
}
