// Runs in the sandbox before the page: hands it `window.office` and nothing of Electron.
import { contextBridge, ipcRenderer } from 'electron'
import type { Office } from './doorway.ts'

const office: Office = {
  dispatch: (order) => ipcRenderer.invoke('office:dispatch', order),
  ask: (question) => ipcRenderer.invoke('office:ask', question),
  onChange(listener) {
    // The event itself stays here: it carries the sender, which is an Electron object.
    const hear = (_event: unknown, change: unknown) => listener(change)
    ipcRenderer.on('office:changed', hear)
    return () => void ipcRenderer.off('office:changed', hear)
  },
}

contextBridge.exposeInMainWorld('office', office)
