// Lists of communes in the open file: loaded whole or not at all, every version kept by its digest, read once and searched in memory.

import { sha256Hex } from '../../db/hashing.ts'
import type { CommuneAnswers } from '../../workflows/communes.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { type CommunesLoaded, communesOn } from '../../workflows/desk/communes.ts'
import { findOperator } from '../../workflows/desk/state.ts'
import type { Question, Refusal, ShellAct } from '../../workflows/office.ts'
import { type CommuneAccount, CommuneFile, findCommunes, readCommunes } from '../../workflows/registry/places/communes.ts'
import type { PlaceList } from '../../workflows/registry/places/places.ts'
import { stampFor } from './at-work.ts'
import { inBulk } from './bulk.ts'
import { OfficeFault } from './faults.ts'
import { unwatched, type Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'

type Act = Extract<ShellAct, { act: 'loadCommunes' }>
type Ask<A extends keyof CommuneAnswers> = Extract<Question, { about: A }>
const [mostFound, mostTold, big] = [20, 100, 150_000]

async function accountOf(base64: string, list: PlaceList, work: Work): Promise<Result<CommuneAccount, Refusal>> {
  const bytes = Buffer.from(base64, 'base64')
  const read = await inBulk({ job: 'readBook', bytes }, bytes.length > big, work)
  return read.ok ? readCommunes(read.value, list) : read
}

export async function checkCommunes({ bytes, list }: Ask<'communeCheck'>): Promise<Result<CommuneAnswers['communeCheck'], Refusal>> {
  const account = await accountOf(bytes, list, unwatched)
  if (!account.ok) return account
  const { communes, problems, ...rest } = account.value
  return ok({ ...rest, rows: communes.length, found: problems.length, problems: problems.slice(0, mostTold) })
}

/** Refused: the role, a file that is no list, any row with a problem (the first is named). */
export async function loadCommunes(open: OpenFile, act: Act, work: Work): Promise<Result<null, Refusal>> {
  const stamp = stampFor(open, 'loadCommunes')
  if (!stamp.ok) return stamp
  const account = await accountOf(act.bytes, act.list, work)
  if (!account.ok) return account
  const { communes, problems, isSample } = account.value
  const [first] = problems
  if (first !== undefined) return refuse({ code: 'communes-rows-wrong', rows: problems.length, row: first.row, text: first.text })
  if (communes.length === 0) return refuse({ code: 'communes-none' })
  await work.settle()
  const { state } = open.desk()
  const bytes = Buffer.from(canonical({ list: act.list, communes }), 'utf8')
  const sha256 = sha256Hex(bytes)
  const version = 1 + state.communes.filter((one) => one.list === act.list && one.from === act.from).length
  const { list, from, source, name } = act
  const done = open.recordDesk(
    [{ type: 'communesLoaded', list, from, version, source, name, count: communes.length, isSample, sha256 }],
    stamp.value,
    state.version,
    [{ sha256, bytes }],
  )
  return done.ok ? ok(null) : done
}

export function communeLists(open: OpenFile): CommuneAnswers['communeLists'] {
  const { state } = open.desk()
  const counts = communesOn(state.communes, open.today())
  return state.communes.map((one) => ({ ...one, by: findOperator(state, one.by)?.name ?? one.by, counts: one === counts })).reverse()
}

const read = new WeakMap<OpenFile, { readonly sha256: string; readonly file: CommuneFile }>()

function fileOf(open: OpenFile, { sha256 }: CommunesLoaded): CommuneFile {
  const known = read.get(open)
  if (known?.sha256 === sha256) return known.file
  const bytes = open.archive.papers.get(sha256)
  if (bytes === undefined) throw new OfficeFault('paper-missing', sha256)
  const file = CommuneFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  read.set(open, { sha256, file })
  return file
}

export function communesFound(open: OpenFile, { search, day }: Ask<'communes'>): CommuneAnswers['communes'] {
  const counts = communesOn(open.desk().state.communes, day)
  return counts === undefined ? [] : findCommunes(fileOf(open, counts), search, day, mostFound)
}
