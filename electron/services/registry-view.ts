// The registry as screens see it: lists, one person, one unit, the gauge, each as of the day asked about. Only for roles that may read it.
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { composed, compositionTemplates, templates } from '../../workflows/registry/composition.ts'
import type { AskRegistry, RegistryAnswers } from '../../workflows/registry/counter.ts'
import { mayAsk } from '../../workflows/roles.ts'
import { mustBeAllowed } from './at-work.ts'
import type { OpenFile } from './open-file.ts'
import { peopleView, personView } from './registry-people.ts'
import { duplicates, familyView, qualityView } from './registry-quality.ts'
import { ownCompositions, postView } from './registry-record-views.ts'
import { unitLines, unitView } from './registry-units.ts'

type Answer = RegistryAnswers[keyof RegistryAnswers]

export function answerRegistry(open: OpenFile, question: AskRegistry): Result<Answer, Refusal> {
  const roles = open.operator()?.roles ?? []
  // Whoever convenes a meeting may choose a unit and draw its list: names and posts, nothing more of the records.
  const mayConvene = mustBeAllowed(open.operator(), 'conveneConference', mayAsk.conveneConference)
  if (question.about === 'composition') return mayConvene.ok ? compositionView(open, question) : mayConvene
  if (question.about === 'compositions') return ok(ownCompositions(open))
  if (question.about === 'units' && mayConvene.ok) return ok({ day: question.day, units: unitLines(open, question) })
  if (!roles.some((role) => mayReadRegistry.includes(role))) return refuse({ code: 'registry-not-yours', roles: mayReadRegistry })
  switch (question.about) {
    case 'people':
      return ok(peopleView(open, question))
    case 'person':
      return personView(open, question)
    case 'units':
      return ok({ day: question.day, units: unitLines(open, question) })
    case 'unit':
      return unitView(open, question)
    case 'post':
      return postView(open, question)
    case 'quality':
      return ok(qualityView(open, question.day))
    case 'duplicates':
      return ok(duplicates(open))
    case 'family':
      return ok(familyView(open, question.day))
  }
}

function compositionView(open: OpenFile, question: AskRegistry<'composition'>): Result<Answer, Refusal> {
  const { template, ...asked } = question
  const shipped = compositionTemplates.find((one) => one === template)
  const own = open.desk().state.compositions.find((one) => one.compositionId === template)
  const seats = shipped ? templates[shipped] : own?.seats
  return seats ? ok({ rows: composed(open.archive.registry.reads, { ...asked, seats }) }) : refuse({ code: 'composition-unknown' })
}
