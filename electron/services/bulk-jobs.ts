// Jobs that hold a thread for long: packing a zip, counting and writing a big spreadsheet, walking a whole copy of an archive. What they are given is data only.
import type { WorkbookRefusal } from '../../records/workbook/limits.ts'
import type { Result } from '../../workflows/core/result.ts'
import type { RawWorkbook } from '../../workflows/registry/import/sheet.ts'
import type { BookGiven, MadeBook } from './make-book.ts'

export type BulkJobs = {
  readonly zip: { readonly files: ReadonlyMap<string, Uint8Array> }
  readonly registryBook: { readonly given: BookGiven }
  readonly readBook: { readonly bytes: Uint8Array }
  readonly prove: { readonly file: string; readonly key: Uint8Array; readonly migrations: string }
}
export type BulkAnswers = {
  zip: Uint8Array
  registryBook: MadeBook
  readBook: Result<RawWorkbook, WorkbookRefusal>
  /** The head of a copy whose every link is whole; null where one is not. */
  prove: { readonly size: number; readonly root: Uint8Array } | null
}
export type BulkName = keyof BulkJobs
export type BulkJob = { [J in BulkName]: { readonly job: J } & BulkJobs[J] }[BulkName]

/** Each job reads only what it needs: a worker is started for one. `fed`: what comes piece by piece while the job goes on. */
export async function doBulk(job: BulkJob, fed: AsyncIterable<string>): Promise<BulkAnswers[BulkName]> {
  switch (job.job) {
    case 'zip':
      return (await import('../../records/pack-bag.ts')).zipBag(job.files)
    case 'registryBook':
      return (await import('./make-book.ts')).makeBook(job.given, fed)
    case 'readBook':
      return (await import('../../records/workbook/read.ts')).readWorkbook(job.bytes)
    case 'prove': {
      const [{ openArchive }, { papersNamed }] = await Promise.all([import('../../db/open.ts'), import('./papers-named.ts')])
      const copy = openArchive({ file: job.file, unwrappedKey: job.key, readOnly: true, migrations: job.migrations })
      try {
        const found = copy.verify(papersNamed)
        return found.ok ? found.head : null
      } finally {
        copy.close()
      }
    }
  }
}
