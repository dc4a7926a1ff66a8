import { protocol } from 'electron'
import type { Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { SCHEME } from './sender.ts'
import { serve, type ServedFiles } from './served-files.ts'

/** Before the app is ready: our scheme has an origin and counts as secure, but no storage beyond that and no service workers. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the built window from its list of files, with the content security policy as a header; no other file at all. */
export const serveWindow = (session: Session, files: ServedFiles): void => {
  session.protocol.handle('file', () => new Response(null, { status: 404 }))
  session.protocol.handle(SCHEME, async ({ method, url }) => {
    const served = serve({ method, url }, files)
    if (served.status !== 200) return new Response(null, served)
    return new Response(await readFile(served.file), { status: 200, headers: served.headers })
  })
}
