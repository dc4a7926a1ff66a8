import { describe, expect, test } from 'vitest'
import { developmentOf } from '../../src-main/shell/development.ts'
import { fileArgument } from '../../src-main/shell/named-files.ts'
import { outsideAddress, outsidePages } from '../../src-main/shell/outside-links.ts'
import { isTrustedSender } from '../../src-main/shell/sender.ts'
import { webPreferences } from '../../src-main/shell/web-preferences.ts'

describe('a page', () => {
  test('has none of Node, and its own world', () => {
    expect(webPreferences(true, '/preload.cjs')).toEqual({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })
})

describe('a message', () => {
  const ours = { isRegistered: true, isMainFrame: true, url: 'app://duebook/index.html' }
  test('of our page in our window is taken', () => {
    expect(isTrustedSender(ours)).toBe(true)
  })
  test.each([
    ['of a window we did not make', { ...ours, isRegistered: false }],
    ['of a frame inside the page', { ...ours, isMainFrame: false }],
    ['of a page without an address', { ...ours, url: undefined }],
    ['of an empty address', { ...ours, url: '' }],
    ['of a blank page', { ...ours, url: 'about:blank' }],
    ['of a page made of data', { ...ours, url: 'data:text/html,<h1>app://duebook</h1>' }],
    ['of a file', { ...ours, url: 'file:///app://duebook/index.html' }],
    ['of another host', { ...ours, url: 'app://duebook.evil.example/index.html' }],
    ['of another scheme', { ...ours, url: 'https://duebook/index.html' }],
    ['of a host with a user', { ...ours, url: 'https://app://duebook@evil.example/' }],
    ['of a port', { ...ours, url: 'app://duebook:1/index.html' }],
    ['of a blob of ours', { ...ours, url: 'blob:app://duebook/0000' }],
  ])('%s is refused', (_title, sender) => {
    expect(isTrustedSender(sender)).toBe(false)
  })
})

describe('a link to the outside', () => {
  const pages = new Set(['https://duebook.example/help'])
  test('opens a listed page, and a mail to one address', () => {
    expect(outsideAddress('https://duebook.example/help', pages)).toBe('https://duebook.example/help')
    expect(outsideAddress('mailto:ann@acme.example')).toBe('mailto:ann@acme.example')
  })
  test('no page is listed yet', () => {
    expect([...outsidePages]).toEqual([])
  })
  test.each([
    'https://duebook.example/help?x=1',
    'https://duebook.example/help/',
    'https://duebook.example.evil.example/help',
    'http://duebook.example/help',
    'https://user@duebook.example/help',
    'file:///etc/passwd',
    'smb://server/share',
    '\\\\server\\share',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'ms-msdt:/id',
    'app://duebook/index.html',
    'mailto:ann@acme.example,eve@evil.example',
    'mailto:ann@acme.example%0aBcc:eve@evil.example',
    'mailto:',
    'mailto:-oops@acme.example/../x',
    '',
    'not a link',
  ])('%s stays closed', (link) => {
    expect(outsideAddress(link, pages)).toBe(null)
  })
  test('a mail takes nothing along', () => {
    expect(outsideAddress('mailto:ann@acme.example?attach=/etc/passwd&bcc=eve@evil.example')).toBe(
      'mailto:ann@acme.example',
    )
  })
})

describe('switches for development', () => {
  const environment = {
    ELECTRON_RENDERER_URL: 'http://localhost:5173',
    DUEBOOK_TEST_DIALOGS: '/tmp/answers.json',
    DUEBOOK_TEST_PRINTER: '/tmp/printed',
  }
  test('work in a copy run from its source', () => {
    expect(developmentOf({ isPackaged: false }, environment)).toEqual({
      server: 'http://localhost:5173',
      dialogAnswers: '/tmp/answers.json',
      printerFolder: '/tmp/printed',
    })
  })
  test('are dead in the packaged program', () => {
    expect(developmentOf({ isPackaged: true }, environment)).toEqual({
      server: null,
      dialogAnswers: null,
      printerFolder: null,
    })
  })
  test.each([
    'https://evil.example',
    'http://localhost.evil.example:80',
    'http://localhost:80@evil.example',
    'file:///x',
    'app://duebook',
  ])('take pages from this machine only, not from %s', (server) => {
    expect(developmentOf({ isPackaged: false }, { ELECTRON_RENDERER_URL: server }).server).toBe(null)
  })
})

describe('the company file on a command line', () => {
  test.each([
    [['--open', 'Books.duebook'], '/home/ann/Books.duebook'],
    [['.', '/srv/Books.duebook'], '/srv/Books.duebook'],
    [['--user-data-dir=/tmp/a.duebook', 'Books.DUEBOOK'], '/home/ann/Books.DUEBOOK'],
    [['.', '--no-sandbox'], null],
    [['--open'], null],
    [['--open', '--user-data-dir=/tmp/x'], null],
    [['/home/ann/notes.txt'], null],
  ])('%j names %j', (args, expected) => {
    expect(fileArgument(args, '/home/ann')).toBe(expected)
  })
})
