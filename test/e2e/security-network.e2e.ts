import dgram from 'node:dgram'
import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from './launch.ts'

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[]
}

// A UDP socket is connected to learn which way a packet would go; only bytes sent leave the machine.
const LEAVING = [
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'UDP_BYTES_SENT',
  'HOST_RESOLVER_DNS_TASK',
  'HOST_RESOLVER_SYSTEM_TASK',
]

/** What Chromium's own log says it connected to, sent or looked up. */
const outbound = (file: string): readonly string[] => {
  const log = JSON.parse(fs.readFileSync(file, 'utf8')) as NetLog
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, number]) => [number, name]))
  return log.events.flatMap(({ type, params }) => {
    const name = names.get(type) ?? ''
    if (LEAVING.includes(name) && params) return [`${name} ${JSON.stringify(params)}`]
    return []
  })
}

test('nothing the page tries reaches a listener, and the browser itself calls nobody', async ({ launch }, info) => {
  let reached = 0
  const tcp = net.createServer((socket) => {
    reached += 1
    socket.destroy()
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  const udp = dgram.createSocket('udp4')
  udp.on('message', () => (reached += 1))
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')

  const netLog = path.join(info.outputDir, 'net-log.json')
  fs.mkdirSync(info.outputDir, { recursive: true })
  const { app, window } = await launch({ args: [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'] })
  await window.evaluate(async (to) => {
    const http = `http://127.0.0.1:${to}/`
    const add = (tag: string, properties: Record<string, string>): void => {
      document.head.append(Object.assign(document.createElement(tag), properties))
    }
    for (const rel of [
      'prefetch',
      'preconnect',
      'dns-prefetch',
      'preload',
      'modulepreload',
      'stylesheet',
      'icon',
      'manifest',
      'prerender',
    ]) {
      add('link', { rel, href: http, as: 'script' })
    }
    for (const tag of ['img', 'script', 'iframe', 'embed', 'video', 'audio', 'source', 'track']) add(tag, { src: http })
    add('object', { data: http })
    add('a', { ping: http, href: http })
    const quietly = (attempt: () => unknown): void => {
      try {
        void Promise.resolve(attempt()).catch(() => null)
      } catch {
        // refused at once
      }
    }
    quietly(() => fetch(http, { mode: 'no-cors' }))
    quietly(() => navigator.sendBeacon(http, 'x'))
    quietly(() => new WebSocket(`ws://127.0.0.1:${to}/`))
    quietly(() => new EventSource(http))
    quietly(() => new WebTransport(`https://127.0.0.1:${to}/`))
    quietly(() => {
      const request = new XMLHttpRequest()
      request.open('GET', http)
      request.send()
    })
    quietly(async () => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${to}` },
          { urls: [`turn:127.0.0.1:${to}?transport=tcp`, `turn:127.0.0.1:${to}`], username: 'u', credential: 'c' },
        ],
      })
      connection.createDataChannel('x')
      await connection.setLocalDescription(await connection.createOffer())
    })
    const svg = document.createElement('div')
    svg.innerHTML = `<svg><image href="${http}"/><use href="${http}#a"/></svg><div style="background:url(${http})"></div>`
    document.body.append(svg)
    document.body.style.backgroundImage = `url(${http})`
    await new Promise((resolve) => setTimeout(resolve, 3000))
  }, port)
  await app.close()
  tcp.close()
  udp.close()
  expect(reached).toBe(0)
  expect(outbound(netLog)).toEqual([])
})
