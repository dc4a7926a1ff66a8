import { expect, test } from './launch.ts'

test('the page has nothing of Node and only the three functions of the bridge', async ({ launch }) => {
  const { app, window } = await launch()
  const found = await window.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'ipcRenderer',
      'electron',
    ]
    return {
      node: names.filter((name) => typeof Reflect.get(globalThis, name) !== 'undefined'),
      bridge: Object.keys(Reflect.get(globalThis, 'duebook') as object).toSorted(),
      protocol: location.origin,
      opener: globalThis.opener as unknown,
    }
  })
  expect(found).toEqual({ node: [], bridge: ['cancel', 'invoke', 'onEvent'], protocol: 'app://duebook', opener: null })
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Left out of Electron's types, but what is really in force.
      const { getLastWebPreferences } = webContents as unknown as { getLastWebPreferences: () => object }
      return getLastWebPreferences.call(webContents)
    }),
  )
  expect(preferences).toMatchObject([
    { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ])
})

test('the policy stops scripts, frames, forms, styles and every connection', async ({ launch }) => {
  const { window } = await launch()
  const outcome = await window.evaluate(async () => {
    const marks = globalThis as unknown as Record<string, unknown>
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    const add = (html: string): void => {
      const holder = document.createElement('div')
      holder.innerHTML = html
      document.body.append(holder)
    }
    const inline = document.createElement('script')
    inline.textContent = 'globalThis.inlineRan = true'
    document.body.append(inline)
    const remote = document.createElement('script')
    remote.src = 'https://127.0.0.1:1/x.js'
    document.body.append(remote)
    add('<img src="data:image/png;base64,x" onerror="globalThis.handlerRan = true">')
    add('<img src="https://127.0.0.1:1/x.png">')
    add('<iframe src="app://duebook/index.html"></iframe>')
    add('<iframe srcdoc="<script>parent.frameRan = true</script>"></iframe>')
    add('<object data="app://duebook/index.html"></object>')
    add('<base href="https://127.0.0.1:1/">')
    add('<style>body { outline: 7px solid red }</style>')
    add('<form action="https://127.0.0.1:1/" method="post"><button></button></form>')
    document.querySelector('form')?.requestSubmit()
    const tries: Record<string, () => unknown> = {
      // oxlint-disable-next-line no-eval, typescript/no-unsafe-return -- the attack itself
      eval: () => (0, eval)('1'),
      // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval, typescript/no-unsafe-call, typescript/no-unsafe-return
      code: () => new Function('return 1')(),
      fetchRemote: () => fetch('https://127.0.0.1:1/'),
      fetchOwn: () => fetch('app://duebook/index.html'),
      fetchData: () => fetch('data:text/plain,x'),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket('wss://127.0.0.1:1/')
          socket.addEventListener('open', resolve)
          socket.addEventListener('error', () => reject(new Error('blocked')))
        }),
      moduleData: () => import(['data:text/javascript', 'export default 1'].join()),
      worker: () =>
        new Promise((resolve, reject) => {
          const worker = new Worker('data:text/javascript,postMessage(1)')
          worker.addEventListener('message', resolve)
          worker.addEventListener('error', () => reject(new Error('blocked')))
        }),
      serviceWorker: () => navigator.serviceWorker.register('app://duebook/assets/x.js'),
    }
    const ran: string[] = []
    // What the test itself evaluates is exempt from the policy until it first waits.
    await new Promise((resolve) => setTimeout(resolve, 0))
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt()
        ran.push(name)
      } catch {
        // as it should be
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {
      ran,
      marks: ['inlineRan', 'handlerRan', 'frameRan'].filter((name) => marks[name] !== undefined),
      outline: getComputedStyle(document.body).outlineWidth === '7px',
      base: document.baseURI,
      beacon: navigator.sendBeacon('https://127.0.0.1:1/', 'x'),
      blocked: [...new Set(blocked)].toSorted(),
      address: location.href,
    }
  })
  expect(outcome).toMatchObject({
    ran: [],
    marks: [],
    outline: false,
    base: 'app://duebook/index.html',
    address: 'app://duebook/index.html',
  })
  expect(outcome.blocked).toEqual(
    expect.arrayContaining([
      'base-uri',
      'connect-src',
      'form-action',
      'frame-src',
      'img-src',
      'object-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ]),
  )
})

test('our address serves the list of the build and nothing beside it', async ({ launch }) => {
  const { app } = await launch()
  const statuses = await app.evaluate(async ({ session }) => {
    const found: Record<string, number | string> = {}
    const ask = async (address: string, options?: RequestInit): Promise<Response | null> => {
      try {
        return await session.defaultSession.fetch(address, options)
      } catch {
        return null
      }
    }
    for (const address of [
      'app://duebook/index.html',
      'app://duebook/',
      'app://duebook/../main/index.js',
      'app://duebook/..%2fmain%2findex.js',
      'app://duebook/%2e%2e/main/index.js',
      'app://duebook/..%5cmain%5cindex.js',
      'app://duebook/index.html%00',
      'app://duebook//index.html',
      'app://duebook/index.html?x',
      'app://duebook/assets/',
      'app://other/index.html',
      'file:///etc/passwd',
      'https://example.com/',
    ]) {
      found[address] = (await ask(address))?.status ?? 'failed'
    }
    found['POST'] = (await ask('app://duebook/index.html', { method: 'POST' }))?.status ?? 'failed'
    found['policy'] = (await ask('app://duebook/nothing'))?.headers.get('content-security-policy') ?? 'none'
    return found
  })
  const { 'app://duebook/index.html': page, POST: post, policy, ...others } = statuses
  expect(page).toBe(200)
  expect(post).toBe(405)
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'/)
  for (const [address, status] of Object.entries(others)) expect([404, 'failed'], address).toContain(status)
})
