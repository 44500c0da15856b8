// Where a sample is made: aside first, and put in its place only when it is whole, so that a failed run changes nothing.
import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { faultsNamed } from '../../db/fault.ts'
import { makeFolder } from '../services/folders.ts'
import { fileEnding } from '../services/recent-files.ts'
import { CliFault } from './exit.ts'

export const dataName = `du-lieu-mau${fileEnding}`
const recordsName = 'records'
/** Only what a sample makes is ever removed; anything else in the folder is left alone. */
const ours = [dataName, `${dataName}.key.json`, recordsName]
const leftovers = [`${dataName}-wal`, `${dataName}-journal`, `${dataName}-shm`]

export type SampleFolder = {
  /** Folder to work in. */
  readonly stage: string
  /** Puts the finished sample in its place and gives the folder of its records. */
  keep(): string
  /** Leaves the folder as it was found. */
  drop(): void
}

/** Refused when a sample is there and `replace` was not asked for. */
export function sampleFolder(out: string, replace: boolean): SampleFolder {
  if (!replace && [...ours, ...leftovers].some((name) => existsSync(join(out, name))))
    throw new CliFault({ code: 'out-not-empty', at: out }, 1)
  const isNew = !existsSync(out)
  const stage = join(out, '.dang-tao')
  faultsNamed(() => rmSync(stage, { recursive: true, force: true }))
  makeFolder(stage)
  return {
    stage,
    keep() {
      faultsNamed(() => {
        for (const name of [...ours, ...leftovers]) rmSync(join(out, name), { recursive: true, force: true })
        for (const name of ours) renameSync(join(stage, name), join(out, name))
      })
      return join(out, recordsName)
    },
    drop() {
      rmSync(stage, { recursive: true, force: true })
      if (isNew && existsSync(out) && readdirSync(out).length === 0) rmdirSync(out)
    },
  }
}
