import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY, listServedFiles, serve, type ServedFiles } from '../../src-main/shell/served-files.ts'
import { temporaryFolder } from '../fixtures/company.ts'

let files: ServedFiles
let folder: string
const get = (url: string, method = 'GET') => serve({ method, url }, files)

beforeEach(() => {
  const root = temporaryFolder()
  folder = join(root, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(root, 'renderer-secret'))
  writeFileSync(join(root, 'secret.html'), 'secret')
  writeFileSync(join(root, 'renderer-secret', 'index.html'), 'secret')
  for (const file of [
    'index.html',
    'assets/index.js',
    'assets/index.js.map',
    'assets/inter.woff2',
    'assets/notes.txt',
  ]) {
    writeFileSync(join(folder, file), '')
  }
  symlinkSync(join(root, 'secret.html'), join(folder, 'link.html'))
  files = listServedFiles(folder)
})

describe('the window’s own address', () => {
  test('serves the files of the build, each with its type and the policy', () => {
    expect(get('app://duebook/index.html')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    })
    expect(get('app://duebook/assets/index.js')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
    })
    expect(get('app://duebook/assets/inter.woff2')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'font/woff2' },
    })
    for (const url of ['app://duebook/index.html', 'app://duebook/nothing', 'app://elsewhere/index.html']) {
      expect(get(url).headers).toMatchObject({
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
      })
    }
  })

  test('allows nothing the window does not need', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'",
    )
  })

  test.each([
    'app://duebook/',
    'app://duebook/../secret.html',
    'app://duebook/assets/../../secret.html',
    'app://duebook/..%2fsecret.html',
    'app://duebook/%2e%2e/secret.html',
    'app://duebook/%2e%2e%2fsecret.html',
    'app://duebook/..\\secret.html',
    'app://duebook/index.html%00',
    'app://duebook/index.html\u0000.js',
    'app://duebook/../renderer-secret/index.html',
    'app://duebook//index.html',
    'app://duebook/./index.html',
    'app://duebook//server/share/index.html',
    'app://duebook/C:/index.html',
    'app://duebook/etc/passwd',
    'app://duebook/index.html?next=app://duebook/print.html',
    'app://duebook/index.html#x',
    'app://duebook/INDEX.HTML',
    'app://duebook/link.html',
    'app://duebook/assets/index.js.map',
    'app://duebook/assets/notes.txt',
    'app://duebook/assets',
    'app://duebook:80/index.html',
    'app://user@duebook/index.html',
    'app://duebook.evil.example/index.html',
    'app://other/index.html',
    'app:duebook/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('refuses %s', (url) => {
    expect(get(url).status).toBe(404)
  })

  test.each(['POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS', 'get'])('refuses the method %s', (method) => {
    expect(get('app://duebook/index.html', method).status).toBe(405)
  })
})
