// Small files that must survive a power cut: written beside, flushed, put in place, and the folder flushed too.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes or replaces `file` so that after a power cut either the old or the new bytes are there, never half. */
export function writeDurably(file: string, bytes: Uint8Array): void {
  const part = `${file}.part`
  try {
    const descriptor = openSync(part, 'w', 0o600)
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  syncFolderOf(file)
}

/**
 * Flushes a file that nobody has open. Never for an open data file: closing any descriptor of it drops the POSIX locks
 * SQLite holds in this process, and a second writer could come in.
 */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A new name is durable only when its folder is. Windows cannot flush folders and does not need to. */
export function syncFolderOf(file: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(dirname(file), 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
