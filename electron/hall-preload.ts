// Runs in the hall's window before its page: lets it hear views, and gives it no way to ask for anything.
import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('hall', {
  onView(listener: (view: unknown) => void): void {
    ipcRenderer.on('hall:view', (_event, view: unknown) => listener(view))
  },
})
