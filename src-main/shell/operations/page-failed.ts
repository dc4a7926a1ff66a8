import type { ShellHandler } from '../context.ts'

/** The page's own error: the log takes its name and the places in our code, and no text of it. */
export const failedPage: ShellHandler<'page.failed'> = async ({ logIncident }, { where, error }) => {
  const thrown = new Error()
  thrown.stack = error
  return { incident: logIncident(doing[where], thrown) }
}

export const reloadPage: ShellHandler<'page.reload'> = async ({ reloadWindow }) => {
  reloadWindow()
  return null
}

const doing = { screen: 'a screen', window: 'the window', promise: 'a promise of the window' } as const
