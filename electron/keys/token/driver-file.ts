// A driver file before anything of it runs: is it there, is it a library at all, and one for this machine?
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { ok, type Result, refuse } from '../../../workflows/core/result.ts'

export type DriverFileRefusal =
  | { readonly code: 'token-driver-missing'; readonly at: string }
  | { readonly code: 'token-driver-not-library'; readonly at: string }
  | { readonly code: 'token-driver-wrong-machine'; readonly made: string; readonly needed: string }

type Machine = { readonly system: 'linux' | 'win32' | 'darwin'; readonly arch: string }

/** Gives the SHA-256 of the file. @param here this process, unless a test says otherwise. */
export function lookAtDriver(
  file: string,
  here: Machine = { system: systemHere(), arch: process.arch },
): Result<string, DriverFileRefusal> {
  // A bare name would be searched for in folders we do not know.
  if (!isAbsolute(file) || !existsSync(file) || !statSync(file).isFile()) return refuse({ code: 'token-driver-missing', at: file })
  const made = machinesOf(beginning(file))
  if (made.length === 0) return refuse({ code: 'token-driver-not-library', at: file })
  if (!made.some(({ system, arch }) => system === here.system && arch === here.arch))
    return refuse({ code: 'token-driver-wrong-machine', made: made.map(nameOf).join(', '), needed: nameOf(here) })
  return ok(createHash('sha256').update(readFileSync(file)).digest('hex'))
}

const systemHere = (): Machine['system'] => (process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux')

const systems = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' } as const
const arches: Readonly<Record<string, string>> = { x64: '64-bit', ia32: '32-bit', arm64: 'ARM 64-bit', arm: 'ARM 32-bit' }
const nameOf = ({ system, arch }: Machine): string => `${systems[system]} ${arches[arch] ?? arch}`

function beginning(file: string): Buffer {
  const head = Buffer.alloc(4096)
  const descriptor = openSync(file, 'r')
  try {
    return head.subarray(0, readSync(descriptor, head, 0, head.length, 0))
  } finally {
    closeSync(descriptor)
  }
}

const elf: Readonly<Record<number, string>> = { 3: 'ia32', 40: 'arm', 62: 'x64', 183: 'arm64' }
const pe: Readonly<Record<number, string>> = { 332: 'ia32', 448: 'arm', 34404: 'x64', 43620: 'arm64' }
const macho: Readonly<Record<number, string>> = { 7: 'ia32', 16777223: 'x64', 16777228: 'arm64' }

/** The machines a library was made for, by its header: ELF, PE or Mach-O (which may hold several). Empty: no library. */
export function machinesOf(head: Buffer): readonly Machine[] {
  if (head.length >= 20 && head.subarray(0, 4).equals(Buffer.from('\x7fELF', 'latin1')))
    return [{ system: 'linux', arch: elf[head.readUInt16LE(18)] ?? 'other' }]
  if (head.length >= 64 && head.toString('latin1', 0, 2) === 'MZ') {
    const at = head.readUInt32LE(60)
    if (at + 6 > head.length || head.toString('latin1', at, at + 4) !== 'PE\0\0') return []
    return [{ system: 'win32', arch: pe[head.readUInt16LE(at + 4)] ?? 'other' }]
  }
  if (head.length < 8) return []
  const magic = head.readUInt32BE(0)
  const mac = (type: number): Machine => ({ system: 'darwin', arch: macho[type] ?? 'other' })
  if (magic === 0xcffa_edfe || magic === 0xcefa_edfe) return [mac(head.readUInt32LE(4))]
  if (magic !== 0xcafe_babe) return []
  const count = Math.min(head.readUInt32BE(4), 16)
  return Array.from({ length: count }, (_, index) => 8 + index * 20).flatMap((at) =>
    at + 4 > head.length ? [] : [mac(head.readUInt32BE(at))],
  )
}
