// Files of a dossier in and out: read part by part, kept once under their digest, written back part by part.
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { partSize } from '../../db/file-store.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { DossierFile } from '../../workflows/eligibility/facts.ts'
import { eligibilityOf } from '../../workflows/eligibility/state.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { mayAsk } from '../../workflows/roles.ts'
import { mustBeAllowed } from './at-work.ts'
import { recordOrder } from './dispatch.ts'
import { noteLook } from './look-log.ts'
import type { OpenFile } from './open-file.ts'
import { writeNew } from './write-new.ts'

type Act<A extends ShellAct['act']> = Extract<ShellAct, { act: A }>

/** A scan of hundreds of pages; more is no dossier paper. Bytes. */
const biggestFile = 256 * 1024 * 1024

const mimes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.doc': 'application/msword',
  '.odt': 'application/vnd.oasis.opendocument.text',
}

/** Something that can be read twice: once for its digest, once into the archive. */
type Source = { readonly name: string; readonly length: number; readonly parts: () => Iterable<Uint8Array>; readonly close: () => void }

export function fileDossier(open: OpenFile, act: Act<'fileDossier'>): Result<LiveCase, Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'fileDossierPaper', mayAsk.fileDossierPaper)
  if (!allowed.ok) return allowed
  const files: DossierFile[] = []
  for (const one of act.files) {
    const source = 'path' in one ? onDisk(one.path) : inHand(one.name, Buffer.from(one.bytes, 'base64'))
    if (!source.ok) return source
    try {
      const kept = keep(open, source.value)
      if (!kept.ok) return kept
      files.push(kept.value)
    } finally {
      source.value.close()
    }
  }
  const { caseId, seen, act: _, files: _f, ...paper } = act
  return recordOrder(open, { caseId, seen, command: { ...paper, type: 'fileDossierPaper', files } })
}

function keep(open: OpenFile, { name, length, parts }: Source): Result<DossierFile, Refusal> {
  const mime = mimes[extname(name).toLowerCase()]
  if (mime === undefined) return refuse({ code: 'dossier-file-kind', file: name })
  if (length === 0) return refuse({ code: 'dossier-file-empty', file: name })
  if (length > biggestFile)
    return refuse({ code: 'dossier-file-too-big', file: name, megabytes: Math.ceil(length / 1_048_576), most: biggestFile / 1_048_576 })
  const hash = createHash('sha256')
  for (const part of parts()) hash.update(part)
  const sha256 = hash.digest('hex')
  open.archive.files.put(sha256, length, parts())
  return ok({ name: name.normalize('NFC'), mime, bytes: length, sha256 })
}

function inHand(name: string, bytes: Buffer): Result<Source, Refusal> {
  function* parts() {
    for (let at = 0; at < bytes.length; at += partSize) yield bytes.subarray(at, at + partSize)
  }
  return ok({ name, length: bytes.length, parts, close: () => undefined })
}

function onDisk(path: string): Result<Source, Refusal> {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch {
    return refuse({ code: 'dossier-file-unreadable', file: basename(path) })
  }
  const { size } = fstatSync(handle)
  function* parts() {
    for (let at = 0; at < size; ) {
      const part = Buffer.allocUnsafe(Math.min(partSize, size - at))
      const read = readSync(handle, part, 0, part.length, at)
      if (read === 0) return
      at += read
      yield part.subarray(0, read)
    }
  }
  return ok({ name: basename(path), length: size, parts, close: () => closeSync(handle) })
}

export function saveDossierFile(open: OpenFile, { caseId, personId, sha256, file }: Act<'saveDossierFile'>): Result<string, Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'eligibility', mayReadRegistry)
  if (!allowed.ok) return allowed
  const live = open.cases.get(caseId)
  if (live === null) return refuse({ code: 'case-unknown', caseId })
  const { dossier } = eligibilityOf(live.state.eligibility, personId)
  if (!dossier.some((one) => one.files.some((kept) => kept.sha256 === sha256))) return refuse({ code: 'dossier-file-unknown' })
  noteLook(open, 'dossierFile', personId)
  return writeNew(file, open.archive.files.parts(sha256)) ? ok(file) : refuse({ code: 'dossier-place-unwritable', file: basename(file) })
}
