// What a Word template of an office may use: the fields of every paper, those of its kind, and their values in one paper (documents.md A2, A3, A6.3).
import { findNominee } from '../procedure/state.ts'
import type { AsDrawn } from './as-drawn.ts'
import { isRequested } from './due.ts'
import { isRequestedKind, type PaperKind } from './kinds.ts'
import { dayInWords, momentInWords } from './official-text.ts'
import type { Block, Paper, Slip } from './paper.ts'
import { withPlaceForNumber } from './register.ts'
import { type PaperField, requestedPapers } from './requested.ts'

/** `text`: `{ten}`; `list`: `{#ten}…{/ten}`; `body`: `{@ten}`, alone in its paragraph. `inside`: usable only within this list. */
export type WordField = {
  readonly name: string
  readonly form: 'text' | 'list' | 'body'
  readonly inside?: string
  /** Of a box somebody fills for this kind of paper: its key among `paperField`. */
  readonly box?: string
}

const text = (name: string, inside?: string): WordField => ({ name, form: 'text', ...(inside !== undefined && { inside }) })
const list = (name: string): WordField => ({ name, form: 'list' })

/** A template without it would lose what the paper says. */
export const mustHave = 'noi_dung'

const common: readonly WordField[] = [
  text('co_quan_cap_tren'),
  text('co_quan_ban_hanh'),
  text('so_ky_hieu'),
  text('dia_danh'),
  text('ngay_thang'),
  text('do_mat'),
  text('do_khan'),
  text('pham_vi'),
  text('du_thao'),
  text('ten_loai'),
  text('trich_yeu'),
  text('kinh_gui'),
  { name: mustHave, form: 'body' },
  { name: 'phu_luc', form: 'body' },
  list('nguoi_ky_trai'),
  ...['tham_quyen', 'chuc_vu', 'ho_ten'].map((name) => text(name, 'nguoi_ky_trai')),
  list('nguoi_ky_phai'),
  ...['tham_quyen', 'chuc_vu', 'ho_ten'].map((name) => text(name, 'nguoi_ky_phai')),
  list('noi_nhan'),
  text('dong', 'noi_nhan'),
  text('ten_chuc_danh'),
  text('don_vi'),
]

/** `signerName` → `o_signer_name`: Word fields are typed by hand, in small letters. */
const boxName = (key: string): string => `o_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
const isWritten = ({ type }: PaperField): boolean => type !== 'choice'
const boxesOf = (fields: readonly PaperField[], inside?: string): WordField[] =>
  fields.filter(isWritten).map(({ key }) => ({ ...text(boxName(key), inside), box: key }))

export function wordFieldsOf(kind: PaperKind): readonly WordField[] {
  const rule = isRequestedKind(kind) ? requestedPapers.get(kind) : undefined
  if (!rule) return common
  const people = rule.people ? [list('nhan_su'), ...['stt', 'ho_ten', 'chuc_vu'].map((name) => text(name, 'nhan_su'))] : []
  return [...common, ...boxesOf(rule.fields), ...people, ...boxesOf(rule.columns ?? [], 'nhan_su')]
}

export type WordValues = {
  readonly texts: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
  readonly body: readonly Block[]
  readonly annex?: Paper['annex']
  readonly slip?: Slip
}

/** Every field of `wordFieldsOf` has its value; what the paper does not have is empty. */
export function wordValues(drawn: AsDrawn): WordValues {
  const { paper, state } = drawn
  const signers = (column: 'left' | 'right') =>
    paper.signBlocks
      .filter((one) => one.column === column)
      .map(({ authority, officeTitle, personName }) => ({
        // Two rights stand one under the other.
        tham_quyen: (authority ?? '').replaceAll(' / ', '\n'),
        chuc_vu: officeTitle,
        ho_ten: personName,
      }))
  const letterWord = paper.profile === 'STATE_ND30_2020' ? 'V/v' : 'về việc'
  return {
    texts: {
      co_quan_cap_tren: paper.superiorBody ?? '',
      co_quan_ban_hanh: paper.issuingBody,
      so_ky_hieu: withPlaceForNumber(paper.numberAndSign),
      dia_danh: paper.place,
      ngay_thang: dayInWords(paper.date),
      do_mat: paper.secrecyMark ?? '',
      do_khan: paper.urgencyMark ?? '',
      pham_vi: paper.scopeMark ?? '',
      du_thao: paper.draftMark ?? '',
      ten_loai: paper.title,
      trich_yeu: paper.isLetter ? `${letterWord} ${paper.abstract}` : paper.abstract,
      kinh_gui: paper.addressee ? `${paper.addressee.word}: ${paper.addressee.names.join('; ')}` : '',
      ten_chuc_danh: state.opened.post.title,
      don_vi: state.opened.post.unit,
      ...typedValues(drawn),
    },
    lists: {
      nguoi_ky_trai: signers('left'),
      nguoi_ky_phai: signers('right'),
      // As they were typed, with a mark of their own at the end or without.
      noi_nhan: paper.recipients.map((one, at) => ({
        dong: `- ${one.replace(/[;.\s]+$/u, '')}${at === paper.recipients.length - 1 ? '.' : ';'}`,
      })),
      nhan_su: peopleValues(drawn),
    },
    body: paper.blocks,
    ...(paper.annex && { annex: paper.annex }),
    ...(paper.slip && { slip: paper.slip }),
  }
}

function typedValues({ due }: AsDrawn): Record<string, string> {
  if (!isRequested(due)) return {}
  return written(requestedPapers.get(due.kind)?.fields ?? [], due.details)
}

function peopleValues({ due, state }: AsDrawn): Record<string, string>[] {
  if (!isRequested(due)) return []
  const { people = [], rows = {}, kind } = due
  const columns = requestedPapers.get(kind)?.columns ?? []
  return people.map((id, at) => {
    const nominee = findNominee(state, id)
    return { stt: String(at + 1), ho_ten: nominee?.name ?? id, chuc_vu: nominee?.currentPost ?? '', ...written(columns, rows[id] ?? {}) }
  })
}

const written = (fields: readonly PaperField[], typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(fields.filter(isWritten).map(({ key, type }) => [boxName(key), asWritten(type, typed[key] ?? '')]))

function asWritten(type: PaperField['type'], typed: string): string {
  if (typed === '') return ''
  if (type === 'day') return dayInWords(typed)
  return type === 'moment' ? momentInWords(typed) : typed
}
