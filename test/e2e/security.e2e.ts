import path from 'node:path'
import { send } from './bridge.ts'
import { expect, test } from './launch.ts'

const PRELOAD = path.join(import.meta.dirname, '..', '..', 'out', 'preload', 'preload.cjs')

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
      eval: () => (0, eval)('1'),
      code: () => new Function('return 1')(),
      fetchRemote: () => fetch('https://127.0.0.1:1/'),
      fetchOwn: () => fetch('app://duebook/index.html'),
      fetchData: () => fetch('data:text/plain,x'),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket('wss://127.0.0.1:1/')
          socket.onopen = resolve
          socket.onerror = () => reject(new Error('blocked'))
        }),
      moduleData: () => import(['data:text/javascript', 'export default 1'].join()),
      worker: () =>
        new Promise((resolve, reject) => {
          const worker = new Worker('data:text/javascript,postMessage(1)')
          worker.onmessage = resolve
          worker.onerror = () => reject(new Error('blocked'))
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

test('the window goes nowhere, opens nothing and downloads nothing', async ({ launch }) => {
  const { app, window } = await launch()
  await app.evaluate(({ session, shell }) => {
    const seen = { opened: [] as string[], downloads: 0 }
    shell.openExternal = (url: string) => {
      seen.opened.push(url)
      return Promise.resolve()
    }
    session.defaultSession.on('will-download', (event) => {
      if (!event.defaultPrevented) seen.downloads += 1
    })
    Object.assign(globalThis, { seen })
  })
  const opened = await window.evaluate(async () => {
    const addresses = [
      'https://example.com/',
      'app://duebook/print.html',
      'app://duebook/index.html?next=app://duebook/print.html',
      'file:///etc/passwd',
      'javascript:globalThis.linkRan=true',
      'data:text/html,<h1>x</h1>',
      'smb://server/share',
      'mailto:ann@acme.example?attach=/etc/passwd',
    ]
    const windows: unknown[] = []
    for (const address of addresses) {
      windows.push(globalThis.open(address))
      for (const target of ['', '_blank', '_top']) {
        const link = Object.assign(document.createElement('a'), { href: address, target })
        document.body.append(link)
        link.click()
      }
      location.assign(address)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const download = Object.assign(document.createElement('a'), { href: 'data:text/csv,a', download: 'a.csv' })
    download.click()
    history.pushState({}, '', '/index.html')
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { windows: windows.filter((one) => one !== null).length, ran: Reflect.get(globalThis, 'linkRan') === true }
  })
  expect(opened).toEqual({ windows: 0, ran: false })
  expect(window.url()).toBe('app://duebook/index.html')
  expect(app.windows()).toHaveLength(1)
  const seen = await app.evaluate(() => Reflect.get(globalThis, 'seen') as { opened: string[]; downloads: number })
  expect(new Set(seen.opened)).toEqual(new Set(['mailto:ann@acme.example']))
  expect(seen.downloads).toBe(0)
})

test('a window that was turned blank comes back', async ({ launch }) => {
  const { window } = await launch()
  const left = window.waitForEvent('framenavigated', (frame) => frame.url() === 'about:blank')
  await window.evaluate(() => void setTimeout(() => location.assign('about:blank'), 0))
  await left
  await expect(window).toHaveURL('app://duebook/index.html')
  expect(await send(window, 'company.recent', '{}')).toMatchObject({ ok: true })
})

test('no permission and no device is granted, by any name', async ({ launch }) => {
  const { window } = await launch()
  const outcome = await window.evaluate(async () => {
    const names = [
      'accelerometer',
      'background-fetch',
      'background-sync',
      'camera',
      'clipboard-read',
      'clipboard-write',
      'display-capture',
      'geolocation',
      'gyroscope',
      'idle-detection',
      'local-fonts',
      'magnetometer',
      'microphone',
      'midi',
      'nfc',
      'notifications',
      'payment-handler',
      'periodic-background-sync',
      'persistent-storage',
      'push',
      'screen-wake-lock',
      'speaker-selection',
      'storage-access',
      'top-level-storage-access',
      'window-management',
    ]
    const granted: string[] = []
    for (const name of names) {
      try {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        if (state === 'granted') granted.push(name)
      } catch {
        // a name this Chromium does not know
      }
    }
    const asked: Record<string, () => Promise<unknown>> = {
      media: () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      clipboard: () => navigator.clipboard.readText(),
      midi: () => navigator.requestMIDIAccess(),
      wake: () => navigator.wakeLock.request('screen'),
      notification: async () => {
        if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied')
      },
      persist: async () => {
        if (!(await navigator.storage.persist())) throw new Error('denied')
      },
      fonts: async () => {
        const query = Reflect.get(globalThis, 'queryLocalFonts') as () => Promise<unknown[]>
        if ((await query()).length === 0) throw new Error('denied')
      },
    }
    for (const device of ['usb', 'hid', 'serial', 'bluetooth'] as const) {
      const api = Reflect.get(navigator, device) as Record<string, (options: unknown) => Promise<unknown>> | undefined
      const request = api?.['requestDevice'] ?? api?.['requestPort']
      if (request) asked[device] = () => request.call(api, { filters: [], acceptAllDevices: true })
    }
    for (const [name, attempt] of Object.entries(asked)) {
      const late = new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), 2000))
      const ok = await Promise.race([attempt(), late]).then(
        (value) => (Array.isArray(value) ? value.length > 0 : true),
        () => false,
      )
      if (ok) granted.push(name)
    }
    return granted
  })
  expect(outcome).toEqual([])
})

test('only our page in our window is heard', async ({ launch }) => {
  const { app, window } = await launch()
  await window.evaluate(() => document.body.append(document.createElement('iframe')))
  expect(await window.evaluate(() => typeof Reflect.get(globalThis.frames[0] ?? {}, 'duebook'))).toBe('undefined')

  const strangers = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const call = `duebook.invoke('company.recent', '{}', 1).then(() => 'heard', (error) => String(error))`
    const answers: Record<string, unknown> = {}
    for (const address of ['app://duebook/index.html', 'about:blank']) {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await stranger.loadURL(address)
      answers[address] = await stranger.webContents.executeJavaScript(call)
      stranger.destroy()
    }
    const ours = BrowserWindow.getAllWindows()[0]
    ours?.webContents.removeAllListeners('did-navigate')
    await ours?.loadURL('about:blank')
    answers['ours at about:blank'] = await ours?.webContents.executeJavaScript(call)
    return answers
  }, PRELOAD)
  expect(Object.keys(strangers)).toHaveLength(3)
  for (const answer of Object.values(strangers)) expect(answer).toContain('refused: not a call of the Duebook window')
})

test('a call is refused by its name, its size, its form and its number', async ({ launch }) => {
  const { window } = await launch()
  const refused = (code: string) => ({ ok: false, error: { code } })
  expect(await send(window, 'company.recent', '{}')).toMatchObject({ ok: true })
  expect(await send(window, 'company.recent', JSON.stringify({ pad: 'x'.repeat(1_000_000) }))).toMatchObject(
    refused('invalid_input'),
  )
  expect(await send(window, 'company.steal', '{}')).toMatchObject(refused('unknown_operation'))
  expect(await send(window, '__proto__', '{}')).toMatchObject(refused('unknown_operation'))
  expect(await send(window, { toString: 'company.recent' }, '{}')).toMatchObject(refused('unknown_operation'))
  expect(await send(window, 'company.open', { path: '/etc/passwd' })).toMatchObject(refused('invalid_input'))
  expect(await send(window, 'company.open', '{"path":"/etc/passwd"}')).toMatchObject(refused('invalid_input'))
  expect(await send(window, 'customers.search', '{"text":"a"}')).toMatchObject(refused('no_company_open'))
  for (const callId of ['1', 1.5, Number.NaN, null, {}]) {
    expect(JSON.stringify(await send(window, 'company.recent', '{}', callId))).toContain('refused')
  }
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
