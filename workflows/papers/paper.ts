// The shape of any paper, before it is ink: what it says, in which form, and who signs where. Tested by equality, drawn by records/.

import type { PaperKind } from './kinds.ts'
import type { SignerException } from './signer-exception.ts'

export type PaperProfile = 'PARTY_HD05_2026' | 'PARTY_HD36_2018' | 'STATE_ND30_2020'

/** To whom a letter or a submission goes, above its text: `Kính gửi:`, `Kính trình:` (A2). */
export type Addressee = { readonly word: 'Kính gửi' | 'Kính trình'; readonly names: readonly string[] }

/** One place to sign. `order` is the order of signing; nobody signs out of it (documents.md B2.1). */
export type SignBlock = {
  readonly order: number
  /** Form field, created empty before the first signature, e.g. `ky.to_truong_kiem_phieu`. */
  readonly field: string
  readonly role: string
  /** `T/M BAN THƯỜNG VỤ`, `TM. …`; empty where none. */
  readonly authority?: string
  /** `TỔ TRƯỞNG`, `CHỦ TRÌ HỘI NGHỊ`: capitals as printed. */
  readonly officeTitle: string
  readonly personId: string
  readonly personName: string
  readonly citizenId?: string
  /** Signs in the place of this person, by a recorded exception. */
  readonly insteadOf?: Pick<SignerException, 'expected' | 'reason' | 'document'>
  readonly column: 'left' | 'right'
  readonly required: boolean
}

export type Column = { readonly title: string; readonly align: 'left' | 'center' | 'right'; readonly widthMm?: number }

export type Block =
  | { readonly type: 'paragraph'; readonly text: string; readonly style?: 'body' | 'italic' | 'bold' | 'centered' }
  | { readonly type: 'heading'; readonly text: string }
  /** Legal grounds: italic in State papers, one a line (A3). The law's own punctuation is part of the text. */
  | { readonly type: 'ground'; readonly text: string }
  /** `Điều 1.` bold, its text beside it. */
  | { readonly type: 'article'; readonly mark: string; readonly text: string }
  | { readonly type: 'item'; readonly mark: string; readonly text: string }
  | { readonly type: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }

export const slipFormats = ['A4', 'A5', 'A4x2', 'A4x4', 'A4x8'] as const
/** `A4x4`: four slips on a sheet, with marks where to cut. */
export type SlipFormat = (typeof slipFormats)[number]

/** A slip to vote with. It bears no number and no name of a voter, and the same drawing serves every voter. */
export type Slip = {
  readonly format: SlipFormat
  /** What makes it genuine: the seal at its top left corner, or the chair's own signature there. */
  readonly mark: 'hangingSeal' | 'chairSignature'
  readonly conference: string
  /** In words. */
  readonly day: string
  readonly howTo: readonly string[]
  /** Heads of the columns of boxes: one to choose, two to agree or disagree. */
  readonly ticks: readonly string[]
  readonly names: readonly { readonly name: string; readonly post: string }[]
  readonly writeInLines: number
  readonly opinionLines: number
  readonly handling?: string
}

/** What follows the signatures on its own page and is signed with the paper (documents.md A3, annex head). */
export type Annex = { readonly title: string; readonly reference: string; readonly blocks: readonly Block[] }

export type Paper = {
  readonly paperId: string
  readonly kind: PaperKind
  readonly version: number
  readonly profile: PaperProfile
  readonly isSample: boolean
  /** Its marks say DIỄN TẬP instead of sample data. */
  readonly isRehearsal?: true
  readonly superiorBody?: string
  readonly issuingBody: string
  /** `Số 05-BB/ĐU` or `Số: 15/BB-SNV`; an empty number prints as dots to be filled. */
  readonly numberAndSign: string
  readonly place: string
  /** ISO day of the paper. */
  readonly date: string
  /** Printed in a box under the number and sign (documents.md A4); absent where the case is not classified. */
  readonly secrecyMark?: 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT'
  /** Urgency, in capitals under number and sign (A2, A4). */
  readonly urgencyMark?: 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC'
  /** Who may have it, in capitals in a box of its own (A4). */
  readonly scopeMark?: 'TÀI LIỆU HỘI NGHỊ' | 'LƯU HÀNH NỘI BỘ' | 'XEM XONG TRẢ LẠI'
  /** `DỰ THẢO LẦN 1`, in a box likewise (A4). */
  readonly draftMark?: string
  /** A letter (công văn) has no title; its abstract stands under number and sign. */
  readonly isLetter?: boolean
  /** One wide table: the paper lies on its side from the first page (A2, A3). */
  readonly isLandscape?: boolean
  readonly title: string
  readonly abstract: string
  readonly addressee?: Addressee
  readonly blocks: readonly Block[]
  readonly annex?: Annex
  /** Only a slip has it; it is drawn instead of the text, without places to sign, record or proof. */
  readonly slip?: Slip
  readonly signBlocks: readonly SignBlock[]
  /** Who would sign a draft: printed in their places, which nobody can sign. */
  readonly unsigned?: readonly SignBlock[]
  readonly recipients: readonly string[]
  /** Ties the ink to the data: printed as text and QR on the last page (documents.md B6.1). */
  readonly proof: {
    readonly stageId: string
    readonly version: number
    readonly recordSha256: string
    readonly logSize: number
    readonly logRoot: string
  }
}
