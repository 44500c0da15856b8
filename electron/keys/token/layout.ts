// How PKCS#11 lays its structures out in memory: CK_ULONG has 4 bytes and nothing is padded on Windows, 8 bytes and natural alignment elsewhere.

export type Layout = {
  readonly ulong: 4 | 8
  /** An attribute or a mechanism: type, pointer, length. */
  readonly triple: { readonly size: number; readonly pointer: number; readonly length: number }
  /** Where the first function pointer of CK_FUNCTION_LIST stands, after its version of two bytes. */
  readonly firstFunction: number
  /** Where the description stands in CK_INFO: version, manufacturer (32), flags, description (32). */
  readonly libraryDescription: number
}

const packed: Layout = { ulong: 4, triple: { size: 16, pointer: 4, length: 12 }, firstFunction: 2, libraryDescription: 38 }
const natural: Layout = { ulong: 8, triple: { size: 24, pointer: 8, length: 16 }, firstFunction: 8, libraryDescription: 48 }

/** Of a 64-bit process; there are no others of ours. */
export const layoutFor = (platform: NodeJS.Platform): Layout => (platform === 'win32' ? packed : natural)

/** The place of each function we call in CK_FUNCTION_LIST (PKCS#11 2.40, in the order of the standard). */
export const functionPlaces = {
  C_Initialize: 0,
  C_Finalize: 1,
  C_GetInfo: 2,
  C_GetSlotList: 4,
  C_GetTokenInfo: 6,
  C_OpenSession: 12,
  C_CloseSession: 13,
  C_Login: 18,
  C_Logout: 19,
  C_GetAttributeValue: 24,
  C_FindObjectsInit: 26,
  C_FindObjects: 27,
  C_FindObjectsFinal: 28,
  C_SignInit: 42,
  C_Sign: 43,
} as const

export function writeUlong(to: Buffer, value: number, offset: number, { ulong }: Layout): void {
  if (ulong === 4) to.writeUInt32LE(value, offset)
  else to.writeBigUInt64LE(BigInt(value), offset)
}

/** CK_UNAVAILABLE_INFORMATION, all bits set, reads as `null`. */
export function readUlong(from: Buffer, offset: number, { ulong }: Layout): number | null {
  if (ulong === 4) return from.readUInt32LE(offset) === 0xffff_ffff ? null : from.readUInt32LE(offset)
  const value = from.readBigUInt64LE(offset)
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value)
}

/** `type`, address and length of a value, as attributes and mechanisms carry them. */
export function writeTriple(to: Buffer, at: number, type: number, address: bigint, length: number, layout: Layout): void {
  const { pointer, length: lengthAt } = layout.triple
  writeUlong(to, type, at, layout)
  to.writeBigUInt64LE(address, at + pointer)
  writeUlong(to, length, at + lengthAt, layout)
}

/** CK_TOKEN_INFO: label (32), manufacturer (32), model (16), serial number (16), flags; texts are padded with blanks. */
export function readTokenInfo(info: Buffer, layout: Layout): { label: string; model: string; serial: string; flags: number } {
  const text = (from: number, length: number) =>
    info
      .subarray(from, from + length)
      .toString('utf8')
      .replaceAll('\0', ' ')
      .trim()
  return { label: text(0, 32), model: text(64, 16), serial: text(80, 16), flags: readUlong(info, 96, layout) ?? 0 }
}
