// A seeded monkey over the sample province: two thousand acts at random without a fault on the page or in the log. More with MONKEY_ACTS.
import { chdir, cwd } from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from './support/app.ts'
import { letLoose } from './support/monkey.ts'

const seed = Number(process.env.MONKEY_SEED ?? 20_260_907)
const acts = Number(process.env.MONKEY_ACTS ?? 2_000)
/** It starts again from the first screen now and then: whoever closed the file, or wandered into a corner, gets out. */
const perLife = 500

let app: App
const home = cwd()
beforeAll(async () => {
  app = await startApp('2026-12-01T08:00:00+07:00')
  // A path typed at random is a path inside the folder of the test.
  chdir(app.folder)
})
afterAll(async () => {
  chdir(home)
  await app?.close()
})

test(`${acts} random acts leave no fault (seed ${seed})`, { timeout: Math.max(300_000, acts * 200) }, async () => {
  const { page } = app
  let done = 0
  const lost: string[] = []
  for (let life = 0; done < acts; life++) {
    await page.evaluate(async (afresh) => {
      const office: unknown = Reflect.get(window, 'office')
      const dispatch: unknown = typeof office === 'object' && office !== null ? Reflect.get(office, 'dispatch') : undefined
      if (typeof dispatch === 'function') await dispatch({ to: 'shell', act: { act: 'openSample', afresh } })
    }, life === 0)
    await page.goto('https://app.local/#/home')
    await page.reload()
    await page.locator('h1').first().waitFor()
    const walk = await letLoose(page, { seed: seed + life, acts: Math.min(perLife, acts - done), isWell: () => app.faults.length === 0 })
    const shown = await page.locator('.fault').allTextContents()
    expect({ faults: app.faults, shown, ...(app.faults.length + shown.length > 0 && { trail: walk.trail }) }).toEqual({
      faults: [],
      shown: [],
    })
    done += walk.acts
    lost.push(...walk.lost)
  }
  expect(lost).toEqual([])
  expect(done).toBe(acts)
})
