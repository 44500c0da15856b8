// One errand to a driver: describe it, list what its tokens hold, or sign with one key. Logged in for that errand alone.
import { type Attribute, CKR, type Cryptoki, CryptokiRefusal, NoDriver, type TokenInfo } from './cryptoki.ts'
import type { TokenAnswer, TokenListed, TokenRefusal, TokenRequest, TriesLeft } from './token-talk.ts'

const CKA = { CLASS: 0, LABEL: 3, VALUE: 0x11, CERTIFICATE_TYPE: 0x80, KEY_TYPE: 0x100, ID: 0x102, ALWAYS_AUTHENTICATE: 0x202 } as const
const CKO = { CERTIFICATE: 1, PRIVATE_KEY: 3 } as const
const CKC_X509 = 0
const CKU = { USER: 1, CONTEXT_SPECIFIC: 2 } as const
const CKM = { RSA_PKCS: 1, ECDSA: 0x1041 } as const
const CKF = {
  TOKEN_INITIALIZED: 0x400,
  PROTECTED_AUTHENTICATION_PATH: 0x100,
  PIN_COUNT_LOW: 0x1_0000,
  PIN_FINAL_TRY: 0x2_0000,
  PIN_LOCKED: 0x4_0000,
} as const
/** DigestInfo of SHA-256 (RFC 8017, 9.2): CKM_RSA_PKCS pads and signs what it is given. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex')

class Refused extends Error {
  readonly refusal: TokenRefusal
  constructor(refusal: TokenRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** `open` loads the driver; whatever it and its calls throw becomes an answer. */
export function runErrand(request: TokenRequest, open: (driver: string) => Cryptoki): TokenAnswer {
  try {
    const driver = open(request.driver)
    begin(driver)
    try {
      if (request.want === 'describe') return { ok: true, description: driver.description() }
      if (request.want === 'list') return { ok: true, tokens: driver.slotsWithToken().flatMap((slot) => listed(driver, slot)) }
      return signed(driver, request)
    } finally {
      quietly(() => driver.finalize())
    }
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) }
  }
}

function begin(driver: Cryptoki): void {
  try {
    driver.initialize()
  } catch (error) {
    if (!(error instanceof CryptokiRefusal) || error.code !== CKR.ALREADY_INITIALIZED) throw error
  }
}

/** A blank token has nothing to show. */
function listed(driver: Cryptoki, slot: number): readonly TokenListed[] {
  const info = driver.tokenInfo(slot)
  if ((info.flags & CKF.TOKEN_INITIALIZED) === 0) return []
  const session = driver.openSession(slot)
  try {
    const found = driver.find(session, [
      [CKA.CLASS, CKO.CERTIFICATE],
      [CKA.CERTIFICATE_TYPE, CKC_X509],
    ])
    const certificates = found.flatMap((object) => {
      const der = driver.read(session, object, CKA.VALUE)
      const id = driver.read(session, object, CKA.ID)?.toString('hex') ?? ''
      const label = driver.read(session, object, CKA.LABEL)?.toString('utf8') ?? ''
      return der === null || der.length === 0 ? [] : [{ id, label, der: new Uint8Array(der) }]
    })
    const { label, model, serial } = info
    return [{ label, model, serial, tries: triesOf(info), certificates }]
  } finally {
    quietly(() => driver.closeSession(session))
  }
}

function signed(driver: Cryptoki, { token, id, pin, digest }: Extract<TokenRequest, { want: 'sign' }>): TokenAnswer {
  const slot = slotOf(driver, token)
  const info = driver.tokenInfo(slot)
  // A locked token is not asked again: some count even that.
  if (triesOf(info) === 'none') throw new Refused({ code: 'pin-locked' })
  const session = driver.openSession(slot)
  try {
    logIn(driver, session, slot, CKU.USER, pin)
    const like: readonly Attribute[] = [
      [CKA.CLASS, CKO.PRIVATE_KEY],
      [CKA.ID, Buffer.from(id, 'hex')],
    ]
    const [key] = driver.find(session, like)
    if (key === undefined) throw new Refused({ code: 'token-key-missing', label: token.label })
    const keyType = keyTypeOf(driver.read(session, key, CKA.KEY_TYPE))
    driver.signInit(session, keyType === 'rsa' ? CKM.RSA_PKCS : CKM.ECDSA, key)
    // Keys that sign only right after a PIN of their own (the signature key of many cards) want it here.
    if (driver.read(session, key, CKA.ALWAYS_AUTHENTICATE)?.[0] === 1) logIn(driver, session, slot, CKU.CONTEXT_SPECIFIC, pin)
    const raw = driver.sign(session, keyType === 'rsa' ? Buffer.concat([digestInfo, digest]) : Buffer.from(digest))
    quietly(() => driver.logout(session))
    return { ok: true, keyType, signature: new Uint8Array(raw) }
  } finally {
    quietly(() => driver.closeSession(session))
  }
}

function slotOf(driver: Cryptoki, { serial, label }: { readonly serial: string; readonly label: string }): number {
  for (const slot of driver.slotsWithToken()) {
    const info = driver.tokenInfo(slot)
    if (info.serial === serial && info.label === label) return slot
  }
  throw new Refused({ code: 'token-missing', label })
}

function logIn(driver: Cryptoki, session: number, slot: number, user: number, pin: string): void {
  const typedOnReader = (driver.tokenInfo(slot).flags & CKF.PROTECTED_AUTHENTICATION_PATH) !== 0
  const bytes = typedOnReader ? null : Buffer.from(pin.normalize('NFC'), 'utf8')
  try {
    driver.login(session, user, bytes)
  } catch (error) {
    if (!(error instanceof CryptokiRefusal)) throw error
    if (error.code === CKR.USER_ALREADY_LOGGED_IN) return
    const isWrong = error.code === CKR.PIN_INCORRECT || error.code === CKR.PIN_INVALID || error.code === CKR.PIN_LEN_RANGE
    if (!isWrong) throw error
    const tries = triesOf(driver.tokenInfo(slot))
    throw new Refused(tries === 'none' ? { code: 'pin-locked' } : { code: 'pin-wrong', tries })
  } finally {
    bytes?.fill(0)
  }
}

function triesOf({ flags }: Pick<TokenInfo, 'flags'>): TriesLeft {
  if ((flags & CKF.PIN_LOCKED) !== 0) return 'none'
  if ((flags & CKF.PIN_FINAL_TRY) !== 0) return 'one'
  return (flags & CKF.PIN_COUNT_LOW) === 0 ? 'some' : 'few'
}

function keyTypeOf(value: Buffer | null): 'rsa' | 'ec' {
  const types = { 0: 'rsa', 3: 'ec' } as const
  const found = types[value?.[0] as 0 | 3]
  if (found === undefined) throw new Refused({ code: 'key-kind-unsupported' })
  return found
}

/** Putting away what may be gone already: a token pulled out closes its own sessions. */
function quietly(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof CryptokiRefusal)) throw error
  }
}

const byCode: ReadonlyMap<number, TokenRefusal> = new Map<number, TokenRefusal>([
  [CKR.DEVICE_ERROR, { code: 'token-removed' }],
  [CKR.DEVICE_REMOVED, { code: 'token-removed' }],
  [CKR.TOKEN_NOT_PRESENT, { code: 'token-removed' }],
  [CKR.TOKEN_NOT_RECOGNIZED, { code: 'token-removed' }],
  [CKR.SESSION_CLOSED, { code: 'token-removed' }],
  [CKR.SESSION_HANDLE_INVALID, { code: 'token-removed' }],
  [CKR.PIN_LOCKED, { code: 'pin-locked' }],
  [CKR.PIN_EXPIRED, { code: 'pin-expired' }],
  [CKR.USER_PIN_NOT_INITIALIZED, { code: 'pin-not-set' }],
  [CKR.MECHANISM_INVALID, { code: 'key-kind-unsupported' }],
  [CKR.KEY_TYPE_INCONSISTENT, { code: 'key-kind-unsupported' }],
  [CKR.KEY_FUNCTION_NOT_PERMITTED, { code: 'key-kind-unsupported' }],
])

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof Refused) return error.refusal
  if (error instanceof NoDriver) return { code: error.kind === 'not-loadable' ? 'token-driver-not-loadable' : 'token-driver-not-pkcs11' }
  if (!(error instanceof CryptokiRefusal)) throw error
  return byCode.get(error.code) ?? { code: 'token-driver-failed', call: error.call, answer: `0x${error.code.toString(16)}` }
}
