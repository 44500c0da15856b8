// Taking in a signed policy: JSON beside its CMS signature (CAdES, as `openssl cms -sign -cades` makes it), proven by the trust list of this PC.

import { sha256Hex } from '../../db/hashing.ts'
import { startChecks } from '../../records/check.ts'
import { readCms } from '../../records/cms.ts'
import { commonNameOf } from '../../records/crypto/certificate.ts'
import { parseStrictJson } from '../../workflows/core/canonical.ts'
import { type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import { PolicyFile } from '../../workflows/desk/policies.ts'
import type { LiveDesk } from '../../workflows/desk/replay.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { fromBase64 } from '../keys/key-bundle.ts'
import { stampFor } from './at-work.ts'
import { nodeDigest } from './node-digest.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'
import { readTrust, trustFolder } from './trust.ts'

/** Refused: `policy-unreadable`, `policy-of-another-office`, `policy-not-in-force`, `policy-signature`, `policy-signed-by-oneself`; nothing is kept then. */
export async function acceptPolicy(
  services: Services,
  open: OpenFile,
  act: Extract<ShellAct, { act: 'acceptPolicy' }>,
): Promise<Result<LiveDesk, Refusal>> {
  const stamp = stampFor(open, 'acceptPolicy')
  if (!stamp.ok) return stamp
  const { state } = open.desk()
  const bytes = fromBase64(act.policy)
  const policy = readPolicy(bytes)
  if (policy === null) return refuse({ code: 'policy-unreadable' })
  if (policy.organisation.normalize('NFC') !== state.opened.organisation.name) {
    return refuse({ code: 'policy-of-another-office', organisation: policy.organisation })
  }
  const today = dayOf(stamp.value.at)
  if (today < policy.validFrom || today > policy.validUntil) {
    return refuse({ code: 'policy-not-in-force', from: policy.validFrom, until: policy.validUntil })
  }
  const signature = fromBase64(act.signature)
  const cms = await readCms(signature, 'cades')
  const checks = startChecks({ ...readTrust(trustFolder(services.dataDir)), now: Date.parse(stamp.value.at), digest: nodeDigest })
  const lines = await checks.detached(bytes, signature, 'policy', false)
  const fault = lines.find(({ state: verdict }) => verdict === 'broken' || verdict === 'undecided')
  if ('fault' in cms || fault) return refuse({ code: 'policy-signature', found: fault?.code ?? 'FORMAT' })
  const signedBy = commonNameOf(cms.certificate)
  // Whoever brings it in must not be the one who allows it.
  if (signedBy === open.operator()?.name) return refuse({ code: 'policy-signed-by-oneself', name: signedBy })
  const { classifications, environment, validFrom, validUntil } = policy
  const [policySha256, signatureSha256] = [sha256Hex(bytes), sha256Hex(signature)]
  const fact = {
    type: 'policyAccepted',
    policySha256,
    signatureSha256,
    classifications,
    environment,
    validFrom,
    validUntil,
    signedBy,
    certificateSha256: sha256Hex(cms.certificate.der),
  } as const
  return open.recordDesk([{ ...fact, classifications: [...classifications] }], stamp.value, undefined, [
    { sha256: policySha256, bytes },
    { sha256: signatureSha256, bytes: signature },
  ])
}

function readPolicy(bytes: Uint8Array): PolicyFile | null {
  const parsed = parseStrictJson(Buffer.from(bytes).toString('utf8'))
  const policy = parsed.ok ? PolicyFile.safeParse(parsed.value) : null
  return policy?.success ? policy.data : null
}
