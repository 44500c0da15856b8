// The four files that import `electron`, against a typed stand-in of it: window settings, sender check, navigation refused, one channel.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session, WebContents } from 'electron'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Doorway, FaultLine, Office } from '../../electron/doorway.ts'
import type { StartHelper } from '../../electron/helper.ts'
import { isOurSender, serveOffice } from '../../electron/ipc.ts'
import {
  hallOptions,
  hallShower,
  isHallPage,
  isOurPage,
  lockContents,
  lockSession,
  openWindow,
  registerScheme,
  windowOptions,
} from '../../electron/window.ts'
import { app, ipcRenderer, StandInContents, StandInSession, seen, session } from '../support/electron-stand-in.ts'

const logged: unknown[][] = []
const office = { opened: [] as unknown[], isClosed: false }

vi.mock('electron', () => import('../support/electron-stand-in.ts'))
// Electron's own log needs the real module; ours only ever calls `error`.
vi.mock('electron-log/main', () => ({
  default: { transports: { file: {}, console: {} }, error: (...words: unknown[]) => logged.push(words) },
}))
vi.mock('../../electron/services/office.ts', () => ({
  openOffice: async (places: unknown) => {
    office.opened.push(places)
    return {
      ...doorwayOf(),
      async close() {
        office.isClosed = true
      },
    }
  },
}))

const never = (): never => {
  throw new Error('nothing was opened')
}

const hallListeners = new Set<(view: unknown) => void>()
const doorwayOf = (listeners = new Set<(change: unknown, from?: object) => void>()): Doorway => ({
  async dispatch(order) {
    if (order === 'break') throw Object.assign(new RangeError('Nguyễn Văn A: 9 phiếu'), { code: 'ERR_X' })
    return { ok: true, value: order }
  },
  ask: async (question) => ({ about: question }),
  onChange(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  onHall(listener) {
    hallListeners.add(listener)
    return () => hallListeners.delete(listener)
  },
  hallClosed: () => undefined,
  close: async () => undefined,
})

const folder = mkdtempSync(join(tmpdir(), 'tien-cu-electron-'))
mkdirSync(join(folder, 'renderer'))
writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Tiến Cử</title>')
writeFileSync(join(folder, 'secret.txt'), 'secret')
afterAll(() => rmSync(folder, { recursive: true }))

const asContents = (contents: StandInContents) => contents as unknown as WebContents
const ours = () => new Set<WebContents>()

beforeEach(() => {
  seen.handlers.clear()
  seen.windows.length = 0
})

describe('the window', () => {
  test('is sandboxed and isolated, has no Node, no webview, and keeps web security', () => {
    expect(windowOptions('/preload.cjs').webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      plugins: true,
    })
  })

  test('loads our own page only, and is shown when it is ready', async () => {
    const known = ours()
    await openWindow('/preload.cjs', known)
    const [window] = seen.windows
    expect(window?.loaded).toEqual(['app://tien-cu/'])
    expect(window?.acts).toEqual([])
    window?.emit('ready-to-show')
    expect(window?.acts).toEqual(['show'])
    expect(known.size).toBe(1)
    window?.webContents.emit('destroyed')
    expect(known.size).toBe(0)
  })

  test('the scheme is an origin of its own with the rules of https', () => {
    registerScheme()
    expect(seen.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  })

  test.each([
    ['app://tien-cu/', true],
    ['app://tien-cu/#/cases', true],
    ['app://tien-cu.evil/', false],
    ['app://evil@tien-cu/', false],
    ['app://tien-cu:81/', false],
    ['https://tien-cu/', false],
    ['file:///etc/passwd', false],
    ['about:blank', false],
    ['', false],
  ])('%s is our page: %s', (url, isOurs) => {
    expect(isOurPage(url)).toBe(isOurs)
  })
})

describe('what a page may not do', () => {
  const locked = (known = ours()) => {
    const contents = new StandInContents()
    lockContents(asContents(contents), '/preload.cjs', known)
    return contents
  }
  /** True when our listener prevented the event. */
  const prevented = (contents: StandInContents, name: string, details: object = {}) => {
    let isPrevented = false
    contents.emit(name, {
      ...details,
      preventDefault() {
        isPrevented = true
      },
    })
    return isPrevented
  }

  test('navigate anywhere but to our page', () => {
    const contents = locked()
    expect(prevented(contents, 'will-navigate', { url: 'https://example.org/' })).toBe(true)
    expect(prevented(contents, 'will-navigate', { url: 'file:///tmp/a.html' })).toBe(true)
    expect(prevented(contents, 'will-navigate', { url: 'app://tien-cu/' })).toBe(false)
  })

  test('put a foreign page into a frame; a paper may be shown in one', () => {
    const contents = locked()
    expect(prevented(contents, 'will-frame-navigate', { url: 'https://example.org/', isMainFrame: false })).toBe(true)
    expect(prevented(contents, 'will-frame-navigate', { url: 'blob:app://tien-cu/0', isMainFrame: false })).toBe(false)
    expect(prevented(contents, 'will-frame-navigate', { url: 'blob:app://tien-cu/0', isMainFrame: true })).toBe(true)
  })

  test('be redirected, or attach a webview', () => {
    const contents = locked()
    expect(prevented(contents, 'will-redirect', { url: 'app://tien-cu/' })).toBe(true)
    expect(prevented(contents, 'will-attach-webview')).toBe(true)
  })

  test('open a window on a foreign address; a second window of our page is as locked as the first and counts among ours', async () => {
    const known = ours()
    const contents = locked(known)
    const open = (url: string) => contents.openHandler?.({ url } as never)
    expect(open('https://example.org/')).toEqual({ action: 'deny' })
    expect(open('about:blank')).toEqual({ action: 'deny' })
    expect(open('app://tien-cu/#/hall')).toEqual({ action: 'allow', overrideBrowserWindowOptions: windowOptions('/preload.cjs') })
    await openWindow('/preload.cjs', ours())
    contents.emit('did-create-window', seen.windows[0])
    expect(known.has(seen.windows[0]?.webContents as unknown as WebContents)).toBe(true)
  })

  test('get a permission, a device or a dictionary', () => {
    const standIn = new StandInSession()
    lockSession(standIn as unknown as Session, folder)
    const answers: boolean[] = []
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen'] as const) {
      standIn.permissionRequest?.({} as never, permission, (isGranted) => answers.push(isGranted), {} as never)
      answers.push(standIn.permissionCheck?.(null, permission as never, 'app://tien-cu', {} as never) ?? true)
    }
    expect(answers).toEqual(Array(12).fill(false))
    expect(standIn.devicePermission?.({} as never)).toBe(false)
    expect(standIn.hasSpellChecker).toBe(false)
  })

  test('load anything from the network or the disk', () => {
    const standIn = new StandInSession()
    lockSession(standIn as unknown as Session, folder)
    const isCancelled = (url: string) => {
      let answer: boolean | undefined
      ;(standIn.onRequest as (details: object, callback: (reply: { cancel?: boolean }) => void) => void)({ url }, ({ cancel }) => {
        answer = cancel
      })
      return answer
    }
    expect(
      ['https://example.org/', 'http://127.0.0.1/', 'ws://example.org/', 'file:///etc/passwd', 'app://other/'].map(isCancelled),
    ).toEqual(Array(5).fill(true))
    expect(['app://tien-cu/app.js', 'blob:app://tien-cu/1', 'data:image/png;base64,'].map(isCancelled)).toEqual(Array(3).fill(false))
  })

  test('read a file outside the folder of the page; what it reads carries the strict policy', async () => {
    const standIn = new StandInSession()
    lockSession(standIn as unknown as Session, join(folder, 'renderer'))
    const fetched = async (url: string) => await standIn.serve?.(new Request(url))
    const page = await fetched('app://tien-cu/')
    expect([page?.status, await page?.text()]).toEqual([200, '<!doctype html><title>Tiến Cử</title>'])
    const policy = page?.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; ")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect((await fetched('app://tien-cu/%2e%2e%2fsecret.txt'))?.status).toBe(404)
    expect((await fetched('app://tien-cu/..%5csecret.txt'))?.status).toBe(404)
    expect((await fetched('app://elsewhere/index.html'))?.status).toBe(403)
  })
})

describe('the hall screen', () => {
  test('is a window that no doorway knows: told views, with a preload that can only hear', async () => {
    let shutByHand = 0
    const show = hallShower('/hall-preload.cjs', () => {
      shutByHand += 1
    })
    show({ kind: 'cover' })
    const [window] = seen.windows
    expect(window?.options.webPreferences?.preload).toBe('/hall-preload.cjs')
    expect(window?.options).not.toHaveProperty('fullscreen')
    expect(window?.loaded).toEqual(['app://hoi-truong/'])
    show({ kind: 'meeting' })
    window?.webContents.emit('did-finish-load')
    expect(window?.webContents.sent.at(-1)).toEqual(['hall:view', { kind: 'meeting' }])
    let isPrevented = false
    window?.webContents.emit('will-navigate', { url: 'app://tien-cu/', preventDefault: () => (isPrevented = true) })
    expect(isPrevented).toBe(true)
    expect(window?.webContents.openHandler?.({ url: 'app://tien-cu/' } as never)).toEqual({ action: 'deny' })
    const sender = asContents(window?.webContents ?? never())
    expect(isOurSender({ sender, senderFrame: { url: 'app://hoi-truong/', parent: null } }, ours())).toBe(false)
    show(null)
    expect([window?.acts, shutByHand]).toEqual([['close'], 0])
    show({ kind: 'cover' })
    seen.windows[1]?.close()
    expect(shutByHand).toBe(1)
  })

  test('fills the projector where there is one', () => {
    seen.hasProjector = true
    expect(hallOptions('/hall-preload.cjs')).toMatchObject({ x: 1366, y: 0, fullscreen: true })
    seen.hasProjector = false
  })

  test('its page is another origin, with our files but not our page', async () => {
    expect([isHallPage('app://hoi-truong/'), isHallPage('app://tien-cu/'), isOurPage('app://hoi-truong/')]).toEqual([true, false, false])
    writeFileSync(join(folder, 'renderer', 'hall.html'), '<!doctype html><title>Hội trường</title>')
    const standIn = new StandInSession()
    lockSession(standIn as unknown as Session, join(folder, 'renderer'))
    const fetched = async (url: string) => await standIn.serve?.(new Request(url))
    expect(await (await fetched('app://hoi-truong/'))?.text()).toBe('<!doctype html><title>Hội trường</title>')
    expect((await fetched('app://hoi-truong/index.html'))?.status).toBe(403)
  })

  test('is given one function, and nothing it says is listened to', async () => {
    await import('../../electron/hall-preload.ts')
    const hall = seen.exposed.get('hall') as { onView(listener: (view: unknown) => void): void }
    expect(Object.keys(hall)).toEqual(['onView'])
    const heard: unknown[] = []
    hall.onView((view) => heard.push(view))
    ipcRenderer.emit('hall:view', { sender: 'electron object' }, { kind: 'cover' })
    expect(heard).toEqual([{ kind: 'cover' }])
    seen.exposed.delete('hall')
  })
})

describe('the doorway', () => {
  const frame = { url: 'app://tien-cu/', parent: null }

  test('has two calls and no other channel', () => {
    const shut = serveOffice(doorwayOf(), ours(), () => undefined)
    expect([...seen.handlers.keys()]).toEqual(['office:dispatch', 'office:ask'])
    shut()
    expect(seen.handlers.size).toBe(0)
  })

  test('answers the top frame of our own window while it shows our page, and nobody else', () => {
    const sender = asContents(new StandInContents())
    const known = new Set([sender])
    expect(isOurSender({ sender, senderFrame: frame }, known)).toBe(true)
    expect(isOurSender({ sender: asContents(new StandInContents()), senderFrame: frame }, known)).toBe(false)
    expect(isOurSender({ sender, senderFrame: { ...frame, url: 'https://example.org/' } }, known)).toBe(false)
    expect(isOurSender({ sender, senderFrame: { ...frame, parent: {} } }, known)).toBe(false)
    expect(isOurSender({ sender, senderFrame: null }, known)).toBe(false)
  })

  test('passes the payload on unchanged, refuses a stranger, and turns a fault into a code and a time', async () => {
    const faults: FaultLine[] = []
    const sender = asContents(new StandInContents())
    serveOffice(doorwayOf(), new Set([sender]), (line) => faults.push(line))
    const call = async (name: string, payload: unknown, from: unknown) =>
      await seen.handlers.get(`office:${name}`)?.(from as never, payload)
    const us = { sender, senderFrame: frame }
    expect(await call('dispatch', { a: 1 }, us)).toEqual({ ok: true, value: { a: 1 } })
    expect(await call('ask', 'cases', us)).toEqual({ about: 'cases' })
    await expect(call('ask', 'cases', { sender, senderFrame: null })).rejects.toThrow('refused sender')
    const reply = await call('dispatch', 'break', us)
    expect(reply).toEqual({ ok: false, fault: { code: 'fault', at: faults[0]?.at } })
    expect(faults).toEqual([{ at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), place: 'dispatch', type: 'RangeError', code: 'ERR_X' }])
  })

  test('tells each of our windows of a change, and none that is gone', () => {
    const listeners = new Set<(change: unknown, from?: object) => void>()
    const [alive, other, gone] = [new StandInContents(), new StandInContents(), new StandInContents()]
    gone.isGone = true
    const shut = serveOffice(doorwayOf(listeners), new Set([asContents(alive), asContents(other), asContents(gone)]), () => undefined)
    for (const listener of listeners) listener({ stream: 'case/1', version: 2 })
    expect(alive.sent).toEqual([['office:changed', { stream: 'case/1', version: 2 }]])
    for (const listener of listeners) listener({ stream: 'case/1', version: 3 }, asContents(other))
    // Which window it came from is told to nobody, only that it was not this one.
    expect(alive.sent.at(-1)).toEqual(['office:changed', { stream: 'case/1', version: 3, elsewhere: true }])
    expect(other.sent.at(-1)).toEqual(['office:changed', { stream: 'case/1', version: 3 }])
    expect(gone.sent).toEqual([])
    // The hall is not among them: it hears views alone, whatever goes on.
    const show = hallShower('/hall-preload.cjs', () => undefined)
    const before = seen.windows.length
    show({ kind: 'cover' })
    const hall = seen.windows[before]
    hall?.webContents.emit('did-finish-load')
    for (const extra of [{ work: { workId: 'w1' } }, { notice: { code: 'backup-never' } }, {}])
      for (const listener of listeners) listener({ stream: 'case/1', version: 4, ...extra }, asContents(other))
    expect(new Set(hall?.webContents.sent.map(([channel]) => channel))).toEqual(new Set(['hall:view']))
    show(null)
    shut()
    expect(listeners.size).toBe(0)
  })

  test('the page is given three functions and nothing of Electron', async () => {
    await import('../../electron/preload.ts')
    expect([...seen.exposed.keys()]).toEqual(['office'])
    const exposed = seen.exposed.get('office') as Office
    expect(Object.keys(exposed)).toEqual(['dispatch', 'ask', 'onChange'])
    expect(await exposed.dispatch({ to: 'office' })).toBe('reply')
    expect(await exposed.ask('session')).toBe('reply')
    expect(seen.invoked).toEqual([
      ['office:dispatch', { to: 'office' }],
      ['office:ask', 'session'],
    ])
    const heard: unknown[][] = []
    const stop = exposed.onChange((...words) => heard.push(words))
    ipcRenderer.emit('office:changed', { sender: 'electron object' }, { version: 1 })
    expect(stop()).toBeUndefined()
    ipcRenderer.emit('office:changed', {}, { version: 2 })
    expect(heard).toEqual([[{ version: 1 }]])
  })
})

test('the entry wires them together: sandbox for all, one instance, services closed before the end, nothing secret in the log', async () => {
  vi.stubEnv('TIEN_CU_DATA', folder)
  await import('../../electron/main.ts')
  await vi.waitFor(() => expect(seen.windows[0]?.loaded).toEqual(['app://tien-cu/']))
  expect(seen.isSandboxed).toBe(true)
  expect(seen.paths.get('userData')).toBe(join(folder, 'shell'))
  expect(office.opened).toEqual([expect.objectContaining({ dataDir: folder })])
  expect(session.defaultSession.permissionCheck?.(null, 'media', 'app://tien-cu', {} as never)).toBe(false)
  expect(JSON.stringify(seen.menu)).not.toMatch(/reload|toggleDevTools/i)

  const [window] = seen.windows
  expect(window?.webContents.openHandler?.({ url: 'https://example.org/' } as never)).toEqual({ action: 'deny' })
  const us = { sender: window?.webContents, senderFrame: { url: 'app://tien-cu/', parent: null } }
  await seen.handlers.get('office:dispatch')?.(us as never, 'break')
  expect(logged).toEqual([[expect.any(String), 'dispatch', 'RangeError', 'ERR_X']])

  // A token's driver runs in a process that may crash: Electron's own kind, for its fuses allow no plain Node.
  const [{ startHelper } = never()] = office.opened as { startHelper: StartHelper }[]
  const helper = startHelper('/token-worker.cjs')
  const heard: unknown[] = []
  helper.onMessage((message) => heard.push(message))
  helper.onExit(() => heard.push('exit'))
  helper.send({ want: 'list' })
  const [child] = seen.helpers
  child?.emit('message', { ok: true })
  child?.emit('exit', 0)
  helper.kill()
  expect(child).toMatchObject({ file: '/token-worker.cjs', said: [{ want: 'list' }], isKilled: true, options: { stdio: 'ignore' } })
  expect(heard).toEqual([{ ok: true }, 'exit'])
  startHelper('/check-worker.cjs', ['--initial-heap-size=256', '--max-semi-space-size=32'])
  expect(seen.helpers.map(({ options }) => options?.execArgv)).toEqual([
    [],
    ['--js-flags=--initial-heap-size=256 --max-semi-space-size=32'],
  ])

  app.emit('second-instance')
  expect(window?.acts).toEqual(['restore', 'focus'])
  app.emit('window-all-closed')
  expect(seen.quits).toBe(1)
  app.emit('will-quit', { preventDefault: () => undefined })
  await vi.waitFor(() => expect(seen.exits).toEqual([0]))
  expect(office.isClosed).toBe(true)
  expect(seen.handlers.size).toBe(0)
})
