// The leaf of a fact in the log's chain and tree: who, when, what kind, and the digest of what it says, never the words themselves.
import { canonical } from './canonical.ts'

/** `seq` counts from 1 over all streams, `version` from 1 in its stream; `payloadSha256` is 64 hex digits of the canonical payload. */
export type Envelope = {
  readonly seq: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly at: string
  readonly by: string
  readonly payloadSha256: string
}

/** RFC 8785 text of an envelope. Written out, not sorted anew each time: this runs for every fact of every replay. */
export function envelopeText({ seq, stream, version, type, at, by, payloadSha256 }: Envelope): string {
  const head = `{"at":${canonical(at)},"by":${canonical(by)},"payloadSha256":${canonical(payloadSha256)}`
  return `${head},"seq":${seq},"stream":${canonical(stream)},"type":${canonical(type)},"version":${version}}`
}
