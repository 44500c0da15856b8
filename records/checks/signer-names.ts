// Check 4, second half: whoever reads the pages reads the names of the data. A place to sign names its signer three times: in the words under it,
// in the label that programs read out, and, once signed, in the look of the signature.
import { asArray, type Field, pagesOf } from '../pdf/document.ts'
import { lookRuns, pageRuns, type SaidRun } from '../pdf/page-text.ts'
import { isDict, Ref, readText, Stream } from '../pdf/values.ts'
import type { StageRecord } from '../record-json.ts'
import { type CheckLine, line } from '../report.ts'
import type { SignedFile } from '../signed-file.ts'
import { bare } from './page-words.ts'

const NO = 4

export async function checkSignerNames(signed: SignedFile, record: StageRecord): Promise<readonly CheckLine[]> {
  const lines: CheckLine[] = []
  for (const field of signed.fields) {
    const signer = record.signers.find((one) => one.field === field.name)
    if (!signer) continue // told as fields that differ from the data
    // Whom the data knows by number alone, no reader can know: our papers name everybody.
    const name = signer.certSubjectMatch.cn ?? ''
    for (const fault of await faultsOf(signed, field, name))
      lines.push(line(NO, 'PLACE_DIFFERS', 'broken', { expected: name, fault }, field.name))
  }
  return lines
}

async function faultsOf(signed: SignedFile, field: Field, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  if (!says(await runsUnder(signed, field), name)) faults.push('another-name-under-the-place')
  if (!says([{ words: readText(field.dict.get('TU')) ?? '' }], name)) faults.push('another-name-in-the-label')
  const look = field.dict.get('AP')
  const form = isDict(look) ? signed.file.resolve(look.get('N')) : null
  if (field.dict.has('V') && form instanceof Stream && !says(await lookRuns(signed.file, form), name))
    faults.push('another-name-in-the-look')
  return faults
}

/** Points. The name stands a line below the place and may be wider than it; one that is long takes two lines. */
const BESIDE = 60
const BELOW = 48

async function runsUnder({ file }: SignedFile, { dict }: Field): Promise<readonly SaidRun[]> {
  const at = dict.get('P')
  const page = pagesOf(file).find(({ ref }) => at instanceof Ref && ref.id === at.id)
  const [left = 0, bottom = 0, right = 0] = asArray(file, dict.get('Rect')).filter((part) => typeof part === 'number')
  if (!page) return []
  const isUnder = (run: SaidRun): boolean =>
    run.isUpright && run.foot < bottom && run.foot > bottom - BELOW && run.left > left - BESIDE && run.left < right + BESIDE
  return (await pageRuns(file, page)).filter(isUnder)
}

const says = (runs: readonly Pick<SaidRun, 'words'>[], name: string): boolean =>
  bare(name) !== '' && bare(runs.map(({ words }) => words).join('')).includes(bare(name))
