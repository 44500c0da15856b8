// Torture: the process that is killed. Runs orders and acknowledges each on standard output after it is durable.
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type RunnerModule, synchronousFrom } from './archive-orders.ts'

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    key: { type: 'string' },
    seed: { type: 'string' },
    runner: { type: 'string' },
    synchronous: { type: 'string' },
    orders: { type: 'string' },
  },
})
const { file = '', key = '', runner: path = '' } = values
const synchronous = synchronousFrom(values.synchronous)
const module: RunnerModule = await import(pathToFileURL(path).href)
const runner = await module.start({ file, key: Buffer.from(key, 'hex'), seed: Number(values.seed), synchronous })
// Written at once and not through a stream: a line that waits in memory would be an order done and not acknowledged.
writeSync(1, 'ready\n')
const orders = Number(values.orders ?? Number.POSITIVE_INFINITY)
for (let done = 0; done < orders; done++) writeSync(1, `${JSON.stringify(await runner.order())}\n`)
await runner.stop()
