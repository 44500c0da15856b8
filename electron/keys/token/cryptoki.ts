// A PKCS#11 driver as plain calls: memory and function pointers end here. Only ever loaded in the process of its own (token-worker.ts).
import koffi from 'koffi'
import { functionPlaces, layoutFor, readTokenInfo, readUlong, writeTriple, writeUlong } from './layout.ts'

/** What the driver answered when it was not "done": a CKR code. */
export class CryptokiRefusal extends Error {
  readonly call: string
  readonly code: number
  constructor(call: string, code: number) {
    super(`${call}: 0x${code.toString(16)}`)
    this.name = 'CryptokiRefusal'
    this.call = call
    this.code = code
  }
}

/** The file is there and is not a PKCS#11 driver this process can use. */
export class NoDriver extends Error {
  readonly kind: 'not-loadable' | 'not-pkcs11'
  constructor(kind: NoDriver['kind'], detail: string) {
    super(detail)
    this.name = 'NoDriver'
    this.kind = kind
  }
}

export type Attribute = readonly [type: number, value: Buffer | number]
export type TokenInfo = { readonly label: string; readonly model: string; readonly serial: string; readonly flags: number }

/** The fifteen calls we make of a driver. Each throws `CryptokiRefusal` unless the driver says CKR_OK. */
export type Cryptoki = {
  initialize(): void
  finalize(): void
  description(): string
  slotsWithToken(): readonly number[]
  tokenInfo(slot: number): TokenInfo
  openSession(slot: number): number
  closeSession(session: number): void
  /** `pin` null: typed on the reader's own keys. */
  login(session: number, user: number, pin: Buffer | null): void
  logout(session: number): void
  find(session: number, like: readonly Attribute[]): readonly number[]
  /** Null where the object has no such attribute or does not show it. */
  read(session: number, object: number, attribute: number): Buffer | null
  signInit(session: number, mechanism: number, key: number): void
  sign(session: number, data: Buffer): Buffer
}

const OK = 0
const most = { slots: 64, objects: 256 }

export function openCryptoki(file: string, platform = process.platform): Cryptoki {
  const layout = layoutFor(platform)
  const call = loadFunctions(file, layout.firstFunction)
  const ulongs = (count: number) => Buffer.alloc(count * layout.ulong)

  /** The template with the values it points to: they must stay alive while the driver reads them. */
  function template(attributes: readonly Attribute[]): { readonly bytes: Buffer; readonly held: readonly Buffer[] } {
    const bytes = Buffer.alloc(Math.max(1, attributes.length) * layout.triple.size)
    const held = attributes.map(([type, value], index) => {
      const own = typeof value === 'number' ? ulongs(1) : value
      if (typeof value === 'number') writeUlong(own, value, 0, layout)
      writeTriple(bytes, index * layout.triple.size, type, koffi.address(own), own.length, layout)
      return own
    })
    return { bytes, held }
  }

  return {
    initialize: () => call('C_Initialize', ['void *'], null),
    finalize: () => call('C_Finalize', ['void *'], null),
    description() {
      const info = Buffer.alloc(128)
      call('C_GetInfo', ['void *'], info)
      const at = layout.libraryDescription
      return info
        .subarray(at, at + 32)
        .toString('utf8')
        .replaceAll('\0', ' ')
        .trim()
    },
    slotsWithToken() {
      const count = ulongs(1)
      const list = ulongs(most.slots)
      writeUlong(count, most.slots, 0, layout)
      call('C_GetSlotList', ['uint8', 'void *', 'void *'], 1, list, count)
      return Array.from({ length: readUlong(count, 0, layout) ?? 0 }, (_, index) => readUlong(list, index * layout.ulong, layout) ?? 0)
    },
    tokenInfo(id) {
      const info = Buffer.alloc(256)
      call('C_GetTokenInfo', ['ulong', 'void *'], id, info)
      return readTokenInfo(info, layout)
    },
    openSession(id) {
      const session = ulongs(1)
      const serialSession = 4
      call('C_OpenSession', ['ulong', 'ulong', 'void *', 'void *', 'void *'], id, serialSession, null, null, session)
      return readUlong(session, 0, layout) ?? 0
    },
    closeSession: (session) => call('C_CloseSession', ['ulong'], session),
    login: (session, user, pin) => call('C_Login', ['ulong', 'ulong', 'void *', 'ulong'], session, user, pin, pin?.length ?? 0),
    logout: (session) => call('C_Logout', ['ulong'], session),
    find(session, like) {
      const { bytes, held } = template(like)
      call('C_FindObjectsInit', ['ulong', 'void *', 'ulong'], session, bytes, held.length)
      const list = ulongs(most.objects)
      const count = ulongs(1)
      call('C_FindObjects', ['ulong', 'void *', 'ulong', 'void *'], session, list, most.objects, count)
      call('C_FindObjectsFinal', ['ulong'], session)
      return Array.from({ length: readUlong(count, 0, layout) ?? 0 }, (_, index) => readUlong(list, index * layout.ulong, layout) ?? 0)
    },
    read(session, object, attribute) {
      const ask = (room: Buffer | null) => {
        const bytes = Buffer.alloc(layout.triple.size)
        writeTriple(bytes, 0, attribute, room === null ? 0n : koffi.address(room), room?.length ?? 0, layout)
        call('C_GetAttributeValue', ['ulong', 'ulong', 'void *', 'ulong'], session, object, bytes, 1)
        return readUlong(bytes, layout.triple.length, layout)
      }
      try {
        const length = ask(null)
        if (length === null) return null
        const room = Buffer.alloc(Math.max(1, length))
        return room.subarray(0, ask(room) ?? 0)
      } catch (error) {
        if (error instanceof CryptokiRefusal && (error.code === CKR.ATTRIBUTE_SENSITIVE || error.code === CKR.ATTRIBUTE_TYPE_INVALID))
          return null
        throw error
      }
    },
    signInit(session, mechanism, key) {
      const bytes = Buffer.alloc(layout.triple.size)
      writeTriple(bytes, 0, mechanism, 0n, 0, layout)
      call('C_SignInit', ['ulong', 'void *', 'ulong'], session, bytes, key)
    },
    sign(session, data) {
      const room = Buffer.alloc(1024)
      const length = ulongs(1)
      writeUlong(length, room.length, 0, layout)
      call('C_Sign', ['ulong', 'void *', 'ulong', 'void *', 'void *'], session, data, data.length, room, length)
      return room.subarray(0, readUlong(length, 0, layout) ?? 0)
    },
  }
}

/** The driver's own table of functions: C_GetFunctionList is the one name every driver must export. */
function loadFunctions(file: string, first: number) {
  const getList = openLibrary(file)
  const out = Buffer.alloc(8)
  const said: number = getList(out)
  const list = out.readBigUInt64LE()
  if (said !== OK || list === 0n) throw new NoDriver('not-pkcs11', `C_GetFunctionList: ${said}`)
  const protos = new Map<string, ReturnType<typeof koffi.proto>>()
  return (name: keyof typeof functionPlaces, types: readonly string[], ...values: unknown[]): void => {
    const proto = protos.get(name) ?? koffi.proto('ulong', [...types])
    protos.set(name, proto)
    const pointer: unknown = koffi.decode(list, first + functionPlaces[name] * 8, 'uint64')
    const code = Number(koffi.call(pointer, proto, ...values))
    if (code !== OK) throw new CryptokiRefusal(name, code)
  }
}

function openLibrary(file: string) {
  const library = attempt('not-loadable', () => koffi.load(file))
  return attempt('not-pkcs11', () => library.func('C_GetFunctionList', 'ulong', ['void *']))
}

function attempt<T>(kind: NoDriver['kind'], work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new NoDriver(kind, error instanceof Error ? error.message : String(error))
  }
}

/** The answers we tell apart. */
export const CKR = {
  DEVICE_ERROR: 0x30,
  DEVICE_REMOVED: 0x32,
  ATTRIBUTE_SENSITIVE: 0x11,
  ATTRIBUTE_TYPE_INVALID: 0x12,
  KEY_TYPE_INCONSISTENT: 0x63,
  KEY_FUNCTION_NOT_PERMITTED: 0x68,
  MECHANISM_INVALID: 0x70,
  PIN_INCORRECT: 0xa0,
  PIN_INVALID: 0xa1,
  PIN_LEN_RANGE: 0xa2,
  PIN_EXPIRED: 0xa3,
  PIN_LOCKED: 0xa4,
  SESSION_CLOSED: 0xb0,
  SESSION_HANDLE_INVALID: 0xb3,
  TOKEN_NOT_PRESENT: 0xe0,
  TOKEN_NOT_RECOGNIZED: 0xe1,
  USER_ALREADY_LOGGED_IN: 0x100,
  USER_PIN_NOT_INITIALIZED: 0x102,
  ALREADY_INITIALIZED: 0x191,
} as const
