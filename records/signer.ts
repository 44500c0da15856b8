// A key as the records see it: a certificate and something that signs. Where the key lives is the shell's business.

export type SignerAlgorithm = 'rsa-sha256' | 'ecdsa-p256-sha256'

export type Signer = {
  /** Printed in the record and shown by every check (documents.md B2). */
  readonly kind: 'token' | 'officeAuthority' | 'file' | 'test'
  /** The signer's certificate, DER. */
  readonly certificate: Uint8Array
  /** The issuing certificates above it, DER, the root may be left out. */
  readonly chain: readonly Uint8Array[]
  readonly algorithm: SignerAlgorithm
  /** Hashes with SHA-256 and signs: RSASSA-PKCS1-v1_5, or ECDSA as DER SEQUENCE {r, s}. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}
