import { z } from 'zod'
import { text } from '../../kit/fields.ts'
import { output, shell } from '../../kit/operation.ts'

/** Of the window's page as a whole. */
export const page = {
  /** What is on screen, on paper. Shows the system's print dialog for the window as its print styles lay it out; false when the clerk closes it. */
  'page.print': shell(
    { title: text(200, 1) },
    { output: output<{ readonly printed: boolean }>(), refusals: ['no_printer', 'print_failed'] },
  ),
  /** The answer to the event `save`: what is typed is stored, or why it is not, in a sentence. */
  'page.saved': shell({ request: z.int().min(1), problem: text(1000, 1).nullable() }, { output: output<null>() }),
  /** Closes the window as its own button does. */
  'page.close': shell({}, { output: output<null>() }),
}
