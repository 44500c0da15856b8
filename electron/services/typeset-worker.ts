// The worker that draws: Typst runs here, so that a window stays quick and a broken drawing takes nothing else down.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { makeTypesetter, type TemplateName, type Typesetter, templateNames } from '../../records/typeset.ts'
import type { Assets } from '../places.ts'
import type { Drawn, DrawRequest } from './drawing.ts'

const assets: Assets = workerData
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file))
const templates = Object.fromEntries(templateNames.map((name) => [name, readFileSync(join(assets.templates, name), 'utf8')]))
const typesetter = makeTypesetter({
  wasm: bytesOf(assets.typstWasm),
  fonts: assets.fonts.map(bytesOf),
  templates: templates as Record<TemplateName, string>,
})

function draw(maker: Typesetter, work: DrawRequest['work']) {
  switch (work.kind) {
    case 'paper':
      return maker.typeset(work.paper, work.recordJson)
    case 'checkReport':
      return maker.checkReport(work.sheet)
    case 'contents':
      return maker.contents(work.sheet)
    case 'recoveryKit':
      return maker.recoveryKit(work.sheet)
    case 'form2C':
      return maker.form2C(work.form)
    case 'stamp':
      return maker.stamp(work.lines, work.size, work.day)
  }
}

parentPort?.on('message', async ({ id, work }: DrawRequest) => {
  const reply = (drawn: Drawn) => parentPort?.postMessage(drawn)
  try {
    reply({ id, result: await draw(await typesetter, work) })
  } catch (error) {
    reply({ id, failed: error instanceof Error ? error.message : String(error) })
  }
})
