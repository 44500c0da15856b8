// Tests that go on where the last one stopped: after one has failed the others would only wait for what never comes.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, onTestFailed } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

/** Inside `describe`: once a test has failed, the screen is kept as `out/e2e/failed.png`, and those after it fail at once. */
export function inChapters(page: () => Page): void {
  let failed: string | undefined
  beforeEach(({ task }) => {
    if (failed !== undefined) throw new Error(`not told: “${failed}” failed before`)
    onTestFailed(async () => {
      failed ??= task.name
      await page().screenshot({ path: join(root, 'out', 'e2e', 'failed.png'), fullPage: true })
    })
  })
}
