import { contextBridge, ipcRenderer } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { Bridge, ShellEvent } from '../../src-shared/bridge.ts'

// All that the window can reach. It never grows: what is new is an operation of the contract.
const bridge: Bridge = {
  invoke: (name, inputJson, callId) => ipcRenderer.invoke('duebook:invoke', name, inputJson, callId),
  cancel: (callId) => ipcRenderer.send('duebook:cancel', callId),
  onEvent: (listener) => {
    const receive = (_event: IpcRendererEvent, event: ShellEvent): void => listener(event)
    ipcRenderer.on('duebook:event', receive)
    return () => void ipcRenderer.off('duebook:event', receive)
  },
}

contextBridge.exposeInMainWorld('duebook', bridge)
