import { readdirSync } from 'node:fs'
import path from 'node:path'
import { originOf, ORIGIN } from './sender.ts'

/** The files of the built window by the path they are asked for, such as `/assets/index-1a2b.js`. */
export type ServedFiles = ReadonlyMap<string, { readonly file: string; readonly type: string }>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
}

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Sent with every answer, refusals too. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Lists the build once, at start. What is not in the list is never served: no path is ever put together from a request. */
export const listServedFiles = (folder: string): ServedFiles => {
  const files = new Map<string, { file: string; type: string }>()
  const walk = (inside: string, prefix: string): void => {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      const file = path.join(inside, entry.name)
      const type = types[path.extname(entry.name)]
      if (entry.isDirectory()) walk(file, `${prefix}${entry.name}/`)
      // Source maps and anything else without a type of ours stay inside.
      else if (entry.isFile() && type !== undefined) files.set(`${prefix}${entry.name}`, { file, type })
    }
  }
  walk(folder, '/')
  return files
}

export type Served =
  | { readonly status: 200; readonly file: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: 404 | 405; readonly headers: Readonly<Record<string, string>> }

/** What a request for the window's own content gets: a file of the list, by GET, by its exact address. */
export const serve = (request: { readonly method: string; readonly url: string }, files: ServedFiles): Served => {
  if (request.method !== 'GET') return { status: 405, headers: securityHeaders }
  // Compared as text, undecoded: `..`, `%2e`, NUL, a query or another host are simply other addresses.
  const found = originOf(request.url) === ORIGIN ? files.get(request.url.slice(ORIGIN.length)) : undefined
  if (!found || !request.url.startsWith(`${ORIGIN}/`)) return { status: 404, headers: securityHeaders }
  return { status: 200, file: found.file, headers: { ...securityHeaders, 'Content-Type': found.type } }
}
