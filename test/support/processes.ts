// What Linux tells of running processes: used to prove that the browser shell listens on nothing.
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

export type RunningProcess = { readonly pid: string; readonly args: readonly string[] }

/** Running processes with `word` somewhere in their command line. */
export function processesNaming(word: string): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, args: readQuietly(`/proc/${pid}/cmdline`).split('\0') }))
    .filter(({ args }) => args.some((arg) => arg.includes(word)))
}

/** Inodes of the TCP sockets (v4 and v6) that listen on this machine. */
export function listeningSockets(): ReadonlySet<string> {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  const fields = lines.map((line) => line.trim().split(/\s+/))
  return new Set(fields.filter((row) => row[3] === '0A').map((row) => row[9] ?? ''))
}

/** Inodes of every socket a process holds open. */
export function socketsOf(pid: string): readonly string[] {
  const folder = `/proc/${pid}/fd`
  return readdirSync(folder).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? []
    } catch {
      return [] // closed since the folder was read
    }
  })
}

/** A process may be gone between being listed and being read. */
function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
