import { send } from './bridge.ts'
import { expect, test } from './launch.ts'

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
