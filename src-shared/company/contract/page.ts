import { z } from 'zod'
import { text } from '../../kit/fields.ts'
import { output, shell } from '../../kit/operation.ts'

/** A name and a stack of some depth. */
export const PAGE_ERROR_LENGTH_MAX = 8000

/** Of the window's page as a whole. */
export const page = {
  /** What is on screen, on paper. Shows the system's print dialog for the window as its print styles lay it out; false when the clerk closes it. */
  'page.print': shell(
    { title: text(200, 1) },
    { output: output<{ readonly printed: boolean }>(), refusals: ['no_printer', 'print_failed'] },
  ),
  /** The answer to the event `save`: what is typed is stored, or why it is not, in a sentence. */
  'page.saved': shell({ request: z.int().min(1), problem: text(1000, 1).nullable() }, { output: output<null>() }),
  /** A defect of the page's own: the name of what was thrown and the places in our code, for the log. Answers the incident that finds it there. */
  'page.failed': shell(
    { where: z.enum(['screen', 'window', 'promise']), error: text(PAGE_ERROR_LENGTH_MAX) },
    { output: output<{ readonly incident: string }>() },
  ),
  /** Loads the page again, which it may not do by itself. */
  'page.reload': shell({}, { output: output<null>() }),
  /** Closes the window as its own button does. */
  'page.close': shell({}, { output: output<null>() }),
}
