// Torture: the process in which forged records are made and checked, so that a hang or a crash of the check takes nobody else with it.
import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { checkedIn, forgeOne, settingOf, type Task, type Tried } from '../../test/support/tamper/corpus.ts'
import type { Stock } from '../../test/support/tamper/stock.ts'

/** `megabytes`: the most the whole process had in memory during this check. */
export type Answer = Tried & { readonly megabytes: number }

const [stockFile = '', current = '', seed = ''] = process.argv.slice(2)
const stock = deserialize(readFileSync(stockFile)) as Stock
const setting = await settingOf(stock)

/** Linux keeps the high-water mark of a process and forgets it when told so; elsewhere what is held after the check must do. */
const isLinux = process.platform === 'linux'
const forgetPeak = () => isLinux && writeFileSync('/proc/self/clear_refs', '5')
const peak = (): number => {
  const told = isLinux ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined
  return Math.ceil((told === undefined ? process.memoryUsage.rss() / 1024 : Number(told)) / 1024)
}

process.on('message', async (task: Task) => {
  const forged = await forgeOne(stock, task, Number(seed))
  // Kept where the parent finds it, should this process not come back.
  writeFileSync(current, forged.pdf)
  forgetPeak()
  const tried = await checkedIn(setting, task, forged)
  process.send?.({ ...tried, megabytes: peak() } satisfies Answer)
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
