// Which stored bytes a fact speaks of: what `verify` needs to notice that a paper or a key bundle was taken out.
import { z } from 'zod'
import type { PapersNamed } from '../../db/verify.ts'

const Named = z.looseObject({ sha256: z.string() })
const Lists = z.looseObject({ sha256: z.string(), rootListSha256: z.string() })
const Policy = z.looseObject({ policySha256: z.string(), signatureSha256: z.string() })
const Filed = z.looseObject({ files: z.array(Named) })
const Kit = z.looseObject({ kitSha256: z.string() })
const Bundled = z.looseObject({ bundleSha256: z.string().optional() })

export const papersNamed: PapersNamed = ({ type, payload }) => {
  const direct = [
    'paperDrawn',
    'paperSigned',
    'paperCompleted',
    'revocationListImported',
    'wordTemplateLoaded',
    'returnTaken',
    'communesLoaded',
  ]
  if (direct.includes(type)) return [Named.parse(payload).sha256]
  if (type === 'authorityCreated' || type === 'certificateIssued' || type === 'keyImported') {
    const { bundleSha256 } = Bundled.parse(payload)
    return bundleSha256 === undefined ? [] : [bundleSha256]
  }
  if (type === 'revocationListMade') {
    const { sha256, rootListSha256 } = Lists.parse(payload)
    return [sha256, rootListSha256]
  }
  if (type === 'policyAccepted') {
    const { policySha256, signatureSha256 } = Policy.parse(payload)
    return [policySha256, signatureSha256]
  }
  if (type === 'recoveryKitMade') return [Kit.parse(payload).kitSha256]
  if (type === 'authorityRestored')
    return [Kit.parse(payload).kitSha256, Named.parse({ sha256: Bundled.parse(payload).bundleSha256 }).sha256]
  if (type === 'dossierPaperFiled') return Filed.parse(payload).files.map(({ sha256 }) => sha256)
  return []
}
