// Which stored bytes a fact speaks of: what `verify` needs to notice that a paper or a key bundle was taken out.
import { z } from 'zod'
import type { PapersNamed } from '../../db/verify.ts'

const Named = z.looseObject({ sha256: z.string() })
const Bundled = z.looseObject({ bundleSha256: z.string().optional() })

export const papersNamed: PapersNamed = ({ type, payload }) => {
  if (type === 'paperDrawn' || type === 'paperSigned' || type === 'paperCompleted' || type === 'wordTemplateLoaded')
    return [Named.parse(payload).sha256]
  if (type === 'authorityCreated' || type === 'certificateIssued' || type === 'keyImported') {
    const { bundleSha256 } = Bundled.parse(payload)
    return bundleSha256 === undefined ? [] : [bundleSha256]
  }
  return []
}
