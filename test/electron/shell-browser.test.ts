// The browser shell in real Chromium: the doorway works, nothing but our own files is served, and no port is opened.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../build/find-browser.mjs'
import { type BrowserShell, launchBrowserShell, pageOrigin } from '../../electron/browser-shell.ts'
import type { Doorway, FaultLine, Office } from '../../electron/doorway.ts'
import { listeningSockets, processesNaming, socketsOf } from '../support/processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'tien-cu-shell-'))
const renderer = join(folder, 'renderer')
const faults: FaultLine[] = []
const listeners = new Set<(change: unknown, from?: object) => void>()
const hallListeners = new Set<(view: unknown) => void>()
let shut = 0
const doorway: Doorway = {
  async dispatch(order) {
    if (order === 'break') throw Object.assign(new TypeError('bí mật: Nguyễn Văn A'), { code: 'ERR_BROKEN' })
    return { ok: true, value: order }
  },
  ask: async (question) => ({ question, bytes: new Uint8Array([0, 1, 254, 255]) }),
  onChange(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  onHall(listener) {
    hallListeners.add(listener)
    return () => hallListeners.delete(listener)
  },
  hallClosed: () => {
    shut += 1
  },
  close: async () => undefined,
}

/** The page's side, as the page below leaves it. */
type Ours = { readonly office: Office; readonly heard: readonly unknown[]; readonly stopHearing: () => void }

/** The test machine may be busy: waiting longer costs nothing when it is not. */
const patient = { timeout: 20_000 }

const onePage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>`

let shell: BrowserShell
let stranger: Server
let strangerUrl: string
let asked = 0

function chromiumPath(): string {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('no browser: run `npm run setup -- --test`')
  return browser.path
}

beforeAll(async () => {
  mkdirSync(renderer)
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><html lang="vi"><title>Thử</title><script type="module" src="./app.js"></script><body></body></html>',
  )
  writeFileSync(
    join(renderer, 'app.js'),
    'window.heard = []; window.stopHearing = window.office.onChange((change) => window.heard.push(change)); document.body.textContent = "sẵn sàng"',
  )
  writeFileSync(
    join(renderer, 'hall.html'),
    '<!doctype html><html lang="vi"><title>Hội trường</title><script type="module" src="./hall.js"></script><body></body></html>',
  )
  writeFileSync(
    join(renderer, 'hall.js'),
    'window.heard = window.hallView === undefined ? [] : [window.hallView]; window.addEventListener("hall:view", (event) => window.heard.push(event.detail))',
  )
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  stranger = createServer((_request, response) => {
    asked += 1
    response.setHeader('access-control-allow-origin', '*').end('stranger')
  })
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done))
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`
  shell = await launchBrowserShell({
    doorway,
    rendererDir: renderer,
    executablePath: chromiumPath(),
    headless: true,
    log: (line) => faults.push(line),
  })
  await shell.page.getByText('sẵn sàng').waitFor()
})

afterAll(async () => {
  await shell?.close()
  stranger?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the doorway', () => {
  test('an order reaches the services and its reply comes back whole', async () => {
    const order = { command: { type: 'recordTally', inFavour: 9, name: 'Nguyễn Thị Ánh' }, empty: null, list: [1, 'hai'] }
    expect(await shell.page.evaluate((it) => (window as unknown as Ours).office.dispatch(it), order)).toEqual({ ok: true, value: order })
  })

  test('bytes cross in an answer and stay bytes', async () => {
    const seen = await shell.page.evaluate(async () => {
      const { bytes } = (await (window as unknown as Ours).office.ask({ type: 'paper' })) as { bytes: unknown }
      return [bytes instanceof Uint8Array, ...(bytes as Uint8Array)]
    })
    expect(seen).toEqual([true, 0, 1, 254, 255])
  })

  test('bytes cross in an order and stay bytes', async () => {
    const seen = await shell.page.evaluate(async () => {
      const { value } = (await (window as unknown as Ours).office.dispatch({ file: new Uint8Array([7, 8]) })) as {
        value: { file: unknown }
      }
      return [value.file instanceof Uint8Array, ...(value.file as Uint8Array)]
    })
    expect(seen).toEqual([true, 7, 8])
  })

  test('a fault is logged by type and code only, and the page learns when it happened', async () => {
    const reply = await shell.page.evaluate(() => (window as unknown as Ours).office.dispatch('break'))
    expect(faults).toEqual([{ at: expect.any(String), place: 'dispatch', type: 'TypeError', code: 'ERR_BROKEN' }])
    expect(reply).toEqual({ ok: false, fault: { code: 'fault', at: faults[0]?.at } })
    expect(JSON.stringify([reply, faults])).not.toContain('Nguyễn')
  })

  test('a change is told to the page until it stops listening', async () => {
    for (const listener of listeners) listener({ procedureId: 'p1', version: 3 })
    await shell.page.waitForFunction(() => (window as unknown as Ours).heard.length === 1)
    expect(await shell.page.evaluate(() => (window as unknown as Ours).heard)).toEqual([{ procedureId: 'p1', version: 3 }])
    await shell.page.evaluate(() => (window as unknown as Ours).stopHearing())
    for (const listener of listeners) listener({ procedureId: 'p1', version: 4 })
    expect(
      await shell.page.evaluate(() => (window as unknown as Ours).office.ask('after').then(() => (window as unknown as Ours).heard.length)),
    ).toBe(1)
  })

  test('a frame that is not our page is refused', async () => {
    const answer = await shell.page.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const inside = frame.contentWindow as unknown as Ours
      const reply = await inside.office.ask('anything').catch((error: Error) => error.message)
      frame.remove()
      return reply
    })
    expect(answer).toContain('refused sender')
  })

  test('a second window of our page has the same doorway', async () => {
    const opened = shell.context.waitForEvent('page')
    await shell.page.evaluate((url) => void window.open(url, '_blank', 'popup'), `${pageOrigin}/`)
    const hall = await opened
    await hall.getByText('sẵn sàng').waitFor()
    expect(await hall.evaluate(() => (window as unknown as Ours).office.dispatch('hall'))).toEqual({ ok: true, value: 'hall' })
    // What one of them changes is news to the other.
    for (const listener of listeners) listener({ stream: 'case/2', version: 1 }, shell.page)
    await hall.waitForFunction(() => (window as unknown as Ours).heard.length > 0)
    expect(await hall.evaluate(() => (window as unknown as Ours).heard)).toEqual([{ stream: 'case/2', version: 1, elsewhere: true }])
    await hall.close()
  })
})

describe('the hall screen', () => {
  const tell = (view: unknown) => {
    for (const listener of hallListeners) listener(view)
  }
  const heardBy = (page: Page) => page.evaluate(() => (window as unknown as Ours).heard)

  test('is a window of its own that hears views, asks nobody and is refused by everybody', async () => {
    const opened = shell.context.waitForEvent('page')
    tell({ kind: 'cover', meeting: 'Hội nghị' })
    const hall = await opened
    const asked: string[] = []
    hall.on('request', (request) => asked.push(request.url()))
    await hall.waitForURL('https://hall.local/')
    tell({ kind: 'meeting', act: 'Khai mạc' })
    await expect.poll(async () => JSON.stringify(await heardBy(hall)), patient).toContain('Khai mạc')
    // Changes, work that lasts and notices go to our own windows; the hall hears none of them.
    for (const extra of [{}, { work: { workId: 'w1' } }, { notice: { code: 'backup-never' } }])
      for (const listener of listeners) listener({ stream: 'case/1', version: 9, ...extra })
    const reached = await hall.evaluate(async () => {
      const ways = [Reflect.get(window, 'office'), Reflect.get(window, '__office'), window.opener]
      const files = await Promise.all(
        ['/index.html', 'https://app.local/', '/secret.json'].map((url) =>
          fetch(url).then(
            (it) => it.status,
            () => 'refused',
          ),
        ),
      )
      return [...ways.map((way) => way === undefined || way === null), ...files]
    })
    expect(reached).toEqual([true, true, true, 404, 'refused', 404])
    // Nothing of a case came, only views.
    expect(JSON.stringify(await heardBy(hall))).not.toMatch(/stream|work|notice/)
    expect(asked.filter((url) => !/^https:\/\/(hall|app)\.local\//.test(url))).toEqual([])
    expect(shell.page.isClosed()).toBe(false)
    const closed = hall.waitForEvent('close')
    tell(null)
    await closed
    expect(shut).toBe(0)
  })

  test('closed by hand, the office is told, and the next view opens it again', async () => {
    const opened = shell.context.waitForEvent('page')
    tell({ kind: 'cover' })
    await (await opened).close()
    await expect.poll(() => shut, patient).toBe(1)
    const again = shell.context.waitForEvent('page')
    tell({ kind: 'cover' })
    const closed = (await again).waitForEvent('close')
    tell(null)
    await closed
  })
})

test('a second start leaves no window of its own behind', async () => {
  const opened = shell.context.waitForEvent('page')
  const browser = await shell.context.newCDPSession(shell.page)
  // As a browser opens the window another start handed over to it.
  await browser.send('Target.createTarget', { url: 'data:text/html,' })
  const handed = await opened
  await expect.poll(() => handed.isClosed(), patient).toBe(true)
  expect(shell.page.isClosed()).toBe(false)
  expect(shell.context.pages()).toEqual([shell.page])
})

describe('the walls', () => {
  test('the page carries the strict policy and its scripts may not be inline', async () => {
    const ran = await shell.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.body.append(script)
      return 'inlineRan' in window
    })
    expect(ran).toBe(false)
    const header = await shell.page.evaluate(() => fetch('/').then((it) => it.headers.get('content-security-policy')))
    expect(header).toContain("default-src 'none'")
  })

  test('another origin is never reached, neither by the page, a picture, a socket nor a navigation', async () => {
    const outcome = await shell.page.evaluate(async (url) => {
      const fetched = await fetch(url).then(
        () => 'reached',
        () => 'refused',
      )
      const picture = await new Promise<string>((done) => {
        const image = new Image()
        image.onload = () => done('reached')
        image.onerror = () => done('refused')
        image.src = url
      })
      const socket = await new Promise<string>((done) => {
        const opened = new WebSocket(url.replace('http', 'ws'))
        opened.onopen = () => done('reached')
        opened.onerror = () => done('refused')
      })
      return [fetched, picture, socket]
    }, strangerUrl)
    expect(outcome).toEqual(['refused', 'refused', 'refused'])
    const other = await shell.context.newPage()
    await expect(other.goto(strangerUrl)).rejects.toThrow('ERR_BLOCKED_BY_CLIENT')
    await other.close()
    expect(asked).toBe(0)
  })

  test('a paper is shown by the viewer inside the browser', async () => {
    await shell.page.evaluate((text) => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      frame.src = URL.createObjectURL(new Blob([text], { type: 'application/pdf' }))
    }, onePage)
    await expect
      .poll(() => shell.page.frames().map((frame) => frame.url().split(':')[0]), patient)
      .toEqual(['https', 'blob', 'chrome-extension', 'blob'])
  })

  test.each(['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/..%5csecret.json', '/%00', '/%', '/none.js'])(
    'a path that leaves the folder or names nothing is not found: %s',
    async (path) => {
      expect(await shell.page.evaluate((it) => fetch(it).then((reply) => reply.status), path)).toBe(404)
    },
  )

  test('the browser is driven over a pipe and listens on no port', () => {
    const browsers = processesNaming(shell.profile)
    expect(browsers.some(({ args }) => args.includes('--remote-debugging-pipe'))).toBe(true)
    expect(browsers.flatMap(({ args }) => args).filter((arg) => arg.startsWith('--remote-debugging-port'))).toEqual([])
    const open = browsers.flatMap(({ pid }) => socketsOf(pid))
    expect(open.length).toBeGreaterThan(0)
    const listening = listeningSockets()
    expect(open.filter((inode) => listening.has(inode))).toEqual([])
  })
})

test('the fresh profile is gone after the window is closed', async () => {
  expect(existsSync(shell.profile)).toBe(true)
  await shell.close()
  expect(existsSync(shell.profile)).toBe(false)
  expect([listeners.size, hallListeners.size]).toEqual([0, 0])
})

describe('the end', () => {
  const open = () =>
    launchBrowserShell({ doorway, rendererDir: renderer, executablePath: chromiumPath(), headless: true, log: () => undefined })

  test('closing the last window ends the shell and leaves nothing behind', async () => {
    const second = await open()
    await second.page.close()
    await second.closed
    expect(existsSync(second.profile)).toBe(false)
    // Its helper processes take a moment to notice.
    await expect.poll(() => processesNaming(second.profile).length, patient).toBe(0)
  })

  test('a browser that dies ends the shell', async () => {
    const second = await open()
    for (const { pid, args } of processesNaming(second.profile)) {
      if (args.includes('--remote-debugging-pipe')) process.kill(Number(pid), 'SIGKILL')
    }
    await second.closed
    expect(existsSync(second.profile)).toBe(false)
  })

  test('a page that never comes is an error, not a silent window', async () => {
    await expect(
      launchBrowserShell({
        doorway,
        rendererDir: renderer,
        executablePath: join(folder, 'no-browser'),
        headless: true,
        log: () => undefined,
      }),
    ).rejects.toThrow()
    expect(listeners.size).toBe(0)
  })
})
