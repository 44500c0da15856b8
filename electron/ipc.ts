// The one doorway in Electron: is it our window, then call, then reply; and the news of a change to each of our windows.
import { ipcMain, type WebContents } from 'electron'
import { answer, calls, changeFor, type Doorway, type FaultLog } from './doorway.ts'
import { isOurPage } from './window.ts'

/** What Electron tells of a sender, as far as we judge it. */
export type Sender = {
  readonly sender: WebContents
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** Opens `office:dispatch`, `office:ask` and `office:changed` for the contents in `ours`. Returns the function that shuts them again. */
export function serveOffice(doorway: Doorway, ours: ReadonlySet<WebContents>, log: FaultLog): () => void {
  for (const call of calls) {
    ipcMain.handle(`office:${call}`, (event, payload: unknown) => {
      if (!isOurSender(event, ours)) throw new Error('office: refused sender')
      return answer(doorway, call, payload, log, event.sender)
    })
  }
  const stop = doorway.onChange((change, from) => {
    for (const contents of ours) if (!contents.isDestroyed()) contents.send('office:changed', changeFor(contents, change, from))
  })
  return () => {
    stop()
    for (const call of calls) ipcMain.removeHandler(`office:${call}`)
  }
}

/** Only the top frame of one of our own windows, and only while it shows our own page; a frame that is already gone is refused. */
export function isOurSender({ sender, senderFrame }: Sender, ours: ReadonlySet<WebContents>): boolean {
  return ours.has(sender) && senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url)
}
