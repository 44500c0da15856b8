// The office in a process of its own, so that a test can take its power away: answers calls, tells of changes, keeps the clock it is given.
import { openOffice } from '../../../electron/services/office.ts'

const [dataDir = '', startsAt = ''] = process.argv.slice(2)
let now = startsAt
const tell = (message: unknown) => void process.send?.(message)
const doorway = await openOffice({
  dataDir,
  clock: () => now,
  keyCost: 12,
  appVersion: '0.0.0-test',
  shell: 'browser',
  noteFault: (error) => tell({ fault: String(error) }),
})
doorway.onChange((change) => tell({ change }))
doorway.onHall((view) => tell({ hall: view }))

type Asked =
  | { readonly id: number; readonly call: 'dispatch' | 'ask'; readonly payload: unknown }
  | { readonly clock: string }
  | { readonly hallClosed: true }

process.on('message', async (asked: Asked) => {
  if ('clock' in asked) now = asked.clock
  else if ('hallClosed' in asked) doorway.hallClosed()
  else tell({ id: asked.id, reply: asked.call === 'dispatch' ? await doorway.dispatch(asked.payload) : await doorway.ask(asked.payload) })
})
tell({ ready: true })
