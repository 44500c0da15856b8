// Every page of a file, read by SQLite itself in one call: nothing ends it but its end.
import type Driver from 'better-sqlite3'
import { openDriver } from './connect.ts'

/** Of a file at rest, for a process that holds nothing else. */
export function pagesAreWhole(file: string, key: Uint8Array): boolean {
  const driver = openDriver(file, key, { readOnly: true })
  try {
    return everyPage(driver)
  } finally {
    driver.close()
  }
}

export const everyPage = (driver: Driver.Database): boolean => driver.pragma('integrity_check(1)', { simple: true }) === 'ok'
