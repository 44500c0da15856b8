// Check 4, second half: whoever reads the pages reads the names of the data. A place to sign names its signer three times: in the words under it,
// in the label that programs read out, and, once signed, in the look of the signature.
import { asArray, type Field, pagesOf } from '../pdf/document.ts'
import { lookText, pageRuns } from '../pdf/page-text.ts'
import { isDict, Ref, readText, Stream } from '../pdf/values.ts'
import type { StageRecord } from '../record-json.ts'
import { type CheckLine, line } from '../report.ts'
import type { SignedFile } from '../signed-file.ts'

const NO = 4

export async function checkSignerNames(signed: SignedFile, record: StageRecord): Promise<readonly CheckLine[]> {
  const lines: CheckLine[] = []
  for (const field of signed.fields) {
    const name = record.signers.find((one) => one.field === field.name)?.certSubjectMatch.cn
    if (name === undefined) continue
    for (const fault of await faultsOf(signed, field, name))
      lines.push(line(NO, 'PLACE_DIFFERS', 'broken', { expected: name, fault }, field.name))
  }
  return lines
}

async function faultsOf(signed: SignedFile, field: Field, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  if (!says(await wordsUnder(signed, field), name)) faults.push('another-name-under-the-place')
  if (!says(readText(field.dict.get('TU')) ?? '', name)) faults.push('another-name-in-the-label')
  const look = field.dict.get('AP')
  const form = isDict(look) ? signed.file.resolve(look.get('N')) : null
  if (field.dict.has('V') && form instanceof Stream && !says(await lookText(signed.file, form), name))
    faults.push('another-name-in-the-look')
  return faults
}

/** Points. The name stands a line below the place and may be wider than it; one that is long takes two lines. */
const BESIDE = 60
const BELOW = 48

async function wordsUnder({ file }: SignedFile, { dict }: Field): Promise<string> {
  const at = dict.get('P')
  const page = pagesOf(file).find(({ ref }) => at instanceof Ref && ref.id === at.id)
  const [left = 0, bottom = 0, right = 0] = asArray(file, dict.get('Rect')).filter((part) => typeof part === 'number')
  if (!page) return ''
  const isUnder = (run: { readonly left: number; readonly foot: number }): boolean =>
    run.foot < bottom && run.foot > bottom - BELOW && run.left > left - BESIDE && run.left < right + BESIDE
  return (await pageRuns(file, page))
    .filter((run) => run.isUpright && isUnder(run))
    .map(({ words }) => words)
    .join('')
}

const bare = (words: string): string => words.normalize('NFC').replace(/\s+/g, '')
const says = (words: string, name: string): boolean => bare(words).includes(bare(name))
