// The comparison workflow engine: a process of five user tasks in bpmn-engine, its state saved durably after each task.

import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Engine } from 'bpmn-engine'
import { openDriver } from '../../db/connect.ts'

const tasks = ['a', 'b', 'c', 'd', 'e']
const flow = (from: string, to: string) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="bench" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://bpmn.io/schema/bpmn">
<process id="five" isExecutable="true"><startEvent id="start" />
${tasks.map((id) => `<userTask id="${id}" />`).join('')}
<endEvent id="end" />
${['start', ...tasks].map((id, at) => flow(id, [...tasks, 'end'][at] ?? 'end')).join('')}
</process></definitions>`

/** Tasks a second. The same kind of file as ours: encrypted, WAL, every commit flushed; the state is replaced, not appended. */
export async function bpmnTasksPerSecond(processes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-bench-bpmn-'))
  const driver = openDriver(join(folder, 'bpmn.db'), randomBytes(32))
  driver.pragma('locking_mode = EXCLUSIVE')
  driver.pragma('journal_mode = WAL')
  driver.pragma('synchronous = FULL')
  driver.exec('CREATE TABLE state (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT')
  const save = driver.prepare('INSERT INTO state (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json')
  try {
    await runOne('warm', save)
    const start = process.hrtime.bigint()
    for (let number = 0; number < processes; number++) await runOne(String(number), save)
    return (processes * tasks.length) / (Number(process.hrtime.bigint() - start) / 1e9)
  } finally {
    driver.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Waiting = { readonly id: string; signal(): void }
type Save = { run(id: string, json: string): unknown }

async function runOne(id: string, save: Save): Promise<void> {
  const engine = new Engine({ name: id, source })
  const listener = new EventEmitter()
  const waiting: Waiting[] = []
  listener.on('activity.wait', (activity: Waiting) => waiting.push(activity))
  const execution = await engine.execute({ listener })
  for (let done = 0; done < tasks.length; done++) {
    const next = waiting.shift()
    if (next === undefined) throw new Error(`process ${id} waits for nothing after ${done} tasks`)
    next.signal()
    save.run(id, JSON.stringify(execution.getState()))
  }
}
