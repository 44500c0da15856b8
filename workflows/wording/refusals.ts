// From a refusal to the sentence a person reads. A test holds that no code of ours is without its sentence.

import type { Refusal } from '../core/refusal.ts'
import { articleIn } from './articles.ts'
import { bundleRefusals } from './refusals-bundles.ts'
import { caseRefusals } from './refusals-case.ts'
import { communeRefusals } from './refusals-communes.ts'
import { countRefusals } from './refusals-count.ts'
import { deskRefusals } from './refusals-desk.ts'
import { eligibilityRefusals } from './refusals-eligibility.ts'
import { importRefusals } from './refusals-import.ts'
import { meetingRefusals } from './refusals-meeting.ts'
import { officeListRefusals } from './refusals-office-lists.ts'
import { paperRefusals } from './refusals-papers.ts'
import { planningRefusals } from './refusals-planning.ts'
import { registryRefusals } from './refusals-registry.ts'
import { rehearsalRefusals } from './refusals-rehearsal.ts'
import { returnRefusals } from './refusals-returns.ts'
import { sealedRefusals } from './refusals-sealed.ts'
import { sealRefusals } from './refusals-seals.ts'
import { slipRefusals } from './refusals-slips.ts'
import { takenReturnRefusals } from './refusals-taken-returns.ts'
import { tokenRefusals } from './refusals-token.ts'
import { wordRefusals } from './refusals-word.ts'
import { workRefusals } from './refusals-work.ts'
import type { Lang, Sentences } from './sentence.ts'

export const refusalSentences: Sentences = {
  ...deskRefusals,
  ...tokenRefusals,
  ...sealRefusals,
  ...caseRefusals,
  ...meetingRefusals,
  ...countRefusals,
  ...paperRefusals,
  ...slipRefusals,
  ...bundleRefusals,
  ...eligibilityRefusals,
  ...officeListRefusals,
  ...planningRefusals,
  ...wordRefusals,
  ...sealedRefusals,
  ...importRefusals,
  ...returnRefusals,
  ...takenReturnRefusals,
  ...communeRefusals,
  ...registryRefusals,
  ...rehearsalRefusals,
  ...workRefusals,
}

/** A code without a sentence is a defect; a person still gets told what to do. */
const unknown: Readonly<Record<Lang, string>> = {
  vi: 'Chưa làm được việc này và chưa có gì được ghi. Mở hồ sơ để xem việc kế tiếp.',
  en: 'This cannot be done and nothing was recorded. Open the case to see what comes next.',
}

export function refusalText(refusal: Refusal, lang: Lang): string {
  const sentence = Object.hasOwn(refusalSentences, refusal.code) ? refusalSentences[refusal.code] : undefined
  const { article } = refusal
  const said = typeof article === 'string' ? { ...refusal, article: articleIn(article, lang) } : refusal
  return sentence ? sentence[lang](said) : unknown[lang]
}
