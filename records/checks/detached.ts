// A signature that lies beside its file: CAdES B-B over the tag manifest of a bag (documents.md B6.5).
import { readCms } from '../cms.ts'
import { commonNameOf } from '../crypto/certificate.ts'
import { type CheckLine, line } from '../report.ts'
import { agreement, givenRootLines, revocationLine, type Trust, trustworthiness } from './signature.ts'
import { CLOCK_SLACK } from './signers.ts'

export async function checkDetached(content: Uint8Array, der: Uint8Array, subject: string, trust: Trust): Promise<readonly CheckLine[]> {
  const cms = await readCms(der, 'cades')
  if ('fault' in cms) return [line(3, 'FORMAT', 'broken', { fault: cms.fault }, subject)]
  const digest = await trust.digest(cms.hash, [content])
  const claimed = cms.signingTime
  const { lines, root, revocation } = await trustworthiness(cms, { field: subject, claimed }, trust)
  const faults = [...(await agreement(digest, cms, subject)), ...lines]
  // CAdES B-B tells its time (EN 319 122-1): without one a certificate that ended long ago would do.
  if (claimed === null) faults.push(line(3, 'FORMAT', 'broken', { fault: 'no-signing-time' }, subject))
  const isEarly = claimed !== null && claimed > trust.now + CLOCK_SLACK
  const notes = isEarly ? [line(3, 'CLOCK_SUSPECT', 'note', { fault: 'in-the-future' }, subject)] : []
  const given = await givenRootLines([{ root }], trust)
  const at = claimed === null ? '' : new Date(claimed).toISOString()
  const signed = line(3, 'BAG_SIGNED', 'ok', { name: commonNameOf(cms.certificate), at }, subject)
  return [...(faults.length > 0 ? faults : [signed]), ...notes, ...revocationLine([{ revocation }], trust.now), ...given]
}
