// What the printed recovery kit of an office authority shows. The one paper of this app that holds a secret: it is drawn, handed over and kept nowhere.
import { type QrRows, qrRows } from './proof-qr.ts'

export type RecoverySheet = {
  readonly organisation: string
  readonly place: string
  /** Of the kit: the first digits of its SHA-256. */
  readonly kitNo: string
  /** ISO day. */
  readonly day: string
  readonly madeBy: string
  /** Of the root certificate, hex. */
  readonly rootSha256: string
  /** Last day of the intermediate, ISO. */
  readonly validTo: string
  /** Groups of the code, in order. */
  readonly groups: readonly string[]
  /** The sealed keys as text, to be printed as a second square code. */
  readonly sealedKeys: string
}

/** A square code holds this many bytes at most (version 40, level L). */
const roomInQr = 2_953

/** The drawing's data: `keysQr` is null where the sealed keys are too long for one square code and only their file will do. */
export function recoveryData(sheet: RecoverySheet): { readonly codeQr: QrRows; readonly keysQr: QrRows | null } {
  const bytes = new TextEncoder().encode(sheet.sealedKeys).length
  return { codeQr: qrRows(sheet.groups.join('-')), keysQr: bytes > roomInQr ? null : qrRows(sheet.sealedKeys, 'L') }
}
