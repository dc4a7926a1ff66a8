import { app, shell } from 'electron'
import type { Session, WebContents } from 'electron'
import { outsideAddress } from './outside-links.ts'
import { originOf } from './sender.ts'

/** Chromium's own traffic, none of which a ledger needs: each switch is set before the app is ready. */
export const switchOffNetworking = (developmentServer: string | null): void => {
  const { commandLine } = app
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    commandLine.appendSwitch(name)
  }
  commandLine.appendSwitch('disable-quic')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('disable-features', 'NetworkTimeServiceQuerying,MediaRouter,AutofillServerCommunication')
  if (developmentServer !== null) return
  // No proxy is looked for, and no name resolves: also for what asks neither the page's policy nor the session.
  commandLine.appendSwitch('no-proxy-server')
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Cancels every request that is not for our own scheme, denies every permission and device, keeps spelling offline. */
export const lockSession = (session: Session, developmentServer: string | null): void => {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, developmentServer) }))
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

const mayRequest = (url: string, developmentServer: string | null): boolean => {
  const { protocol } = new URL(url)
  if (protocol === 'app:' || protocol === 'devtools:') return true
  if (developmentServer === null) return false
  const origin = originOf(url)?.replace(/^ws:/, 'http:')
  return origin === developmentServer || protocol === 'data:' || protocol === 'blob:'
}

/** No page goes anywhere, no page opens another, nothing is embedded. A link to a listed address opens outside. */
export const lockContents = (contents: WebContents): void => {
  const deny = (event: { preventDefault: () => void }): void => event.preventDefault()
  contents.on('will-navigate', deny)
  contents.on('will-redirect', deny)
  contents.on('will-frame-navigate', deny)
  contents.on('will-attach-webview', deny)
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(({ url }) => {
    const address = outsideAddress(url)
    if (address !== null) void shell.openExternal(address)
    return { action: 'deny' }
  })
}
