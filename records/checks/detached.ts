// A signature that lies beside its file: CAdES B-B over the tag manifest of a bag (documents.md B6.5).
import { readCms } from '../cms.ts'
import { commonNameOf } from '../crypto/certificate.ts'
import { type CheckLine, line } from '../report.ts'
import { agreement, givenRootLines, type Trust, trustworthiness } from './signature.ts'

export async function checkDetached(content: Uint8Array, der: Uint8Array, subject: string, trust: Trust): Promise<readonly CheckLine[]> {
  const cms = await readCms(der, 'cades')
  if ('fault' in cms) return [line(3, 'FORMAT', 'broken', { fault: cms.fault }, subject)]
  const digest = await trust.digest(cms.hash, [content])
  const claimed = cms.signingTime
  const { lines, root } = await trustworthiness(cms, { field: subject, claimed }, trust)
  const faults = [...(await agreement(digest, cms, subject)), ...lines]
  const given = await givenRootLines([{ root }], trust)
  const at = claimed === null ? '' : new Date(claimed).toISOString()
  const signed = line(3, 'BAG_SIGNED', 'ok', { name: commonNameOf(cms.certificate), at }, subject)
  return [...(faults.length > 0 ? faults : [signed]), ...given]
}
