// The process that reads every page of a copy of the file: SQLite does that in one go, and only the end of the process can stop it.
import { z } from 'zod'
import { pagesAreWhole } from '../../db/pages.ts'
import { answerErrands } from '../helper-port.ts'

const Errand = z.strictObject({ file: z.string(), key: z.instanceof(Uint8Array) })

answerErrands((message) => {
  const { file, key } = Errand.parse(message)
  return { isWhole: pagesAreWhole(file, key) }
})
