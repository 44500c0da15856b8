// Answers to questions, from memory, summaries and replays. Nothing here changes a case.

import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { isPrintOnly } from '../../workflows/desk/policies.ts'
import { sealsView } from '../../workflows/desk/view.ts'
import type { HomeReader } from '../../workflows/home.ts'
import type { Answers, Question, Refusal } from '../../workflows/office.ts'
import { classificationOf } from '../../workflows/papers/classification.ts'
import { plainSummary } from '../../workflows/papers/plain-summary.ts'
import { wordFieldsOf } from '../../workflows/papers/word-fields.ts'
import { planningView } from '../../workflows/planning/view.ts'
import { casesInWindow } from '../../workflows/procedure/cases-window.ts'
import { requestableOf } from '../../workflows/procedure/paper-view.ts'
import { seenBy } from '../../workflows/procedure/resting.ts'
import { agreementView } from './agreement.ts'
import { checkFile, checkFolder } from './check-file.ts'
import { fewPages, pagesRead } from './check-pages.ts'
import { checkCommunes, communeLists, communesFound } from './communes.ts'
import { openBundleOf } from './count-acts.ts'
import { viewOf } from './dispatch.ts'
import { draftsOf } from './drafts.ts'
import { OfficeFault } from './faults.ts'
import type { Work } from './long-work.ts'
import { looksAsked } from './look-log.ts'
import type { OpenFile } from './open-file.ts'
import { papersNamed } from './papers-named.ts'
import { planningCandidates } from './planning-candidates.ts'
import { eligibilityOfCase, mustRead, nomineeFromRegistry, planningListOf, planningReviewsOf } from './planning-orders.ts'
import { printPreview } from './print.ts'
import { latestDigest, mayRead } from './read-paper.ts'
import { registersView } from './registers-view.ts'
import { preparePeople } from './registry-people.ts'
import { answerRegistry } from './registry-view.ts'
import { remindersIn } from './reminders.ts'
import { keysShown, listViews } from './revocation.ts'
import { roomView } from './room.ts'
import { answerRoster } from './roster-import.ts'
import { sealedResult } from './sealed-result.ts'
import type { Services } from './services.ts'
import { sessionView } from './session-view.ts'
import { papersToSign } from './sitting-acts.ts'
import { returnsView } from './taken-returns.ts'
import { driverViews, tokenViews } from './token-acts.ts'
import { wordDrift } from './word-copies.ts'
import { checkWord, templateToChange, templateViews } from './word-templates.ts'

type Answer = Answers[keyof Answers]

export async function answerQuestion(services: Services, open: OpenFile | null, question: Question): Promise<Result<Answer, Refusal>> {
  if (question.about === 'session') return ok(sessionView(services, open))
  if (question.about === 'file') {
    const { name, bytes } = question
    return services.works.run('checkFile', (work) => checkFile(services, open, name, Buffer.from(bytes, 'base64'), work))
  }
  if (question.about === 'folder') return services.works.run('checkFolder', (work) => checkFolder(services, open, question.folder, work))
  if (question.about === 'stopWork') {
    services.works.stop(question.workId)
    return ok(null)
  }
  if (question.about === 'notices') return ok(services.notices.list())
  if (open === null) return refuse({ code: 'no-file-open' })
  switch (question.about) {
    case 'cases': {
      const { search = '', from = 0, count = casesInWindow, whose, filter } = question
      return ok(open.list.find({ search, from, count, whose, filter }, homeReader(open)))
    }
    case 'agenda':
      return ok(open.list.agenda(homeReader(open), question.whose))
    case 'keys':
      return ok(await keysShown(services, open))
    case 'seals':
      return ok({ ...sealsView(open.desk().state), lists: listViews(open, Date.parse(services.clock())) })
    case 'toSign':
      return ok(waitingInSitting(open, question.keyId))
    case 'drivers':
      return ok(driverViews(open))
    case 'tokens':
      return tokenViews(services, open, question.driver)
    case 'ledger':
      return services.works.run('checkLedger', (work) => ledger(services, open, work))
    case 'case': {
      const live = open.cases.get(question.caseId)
      return live === null ? refuse({ code: 'case-unknown', caseId: question.caseId }) : ok(viewOf(open, live))
    }
    case 'requestable': {
      const live = open.cases.get(question.caseId)
      if (live === null) return refuse({ code: 'case-unknown', caseId: question.caseId })
      return ok(
        requestableOf(seenBy(live.state, open.operator()?.roles ?? []), {
          operators: open.desk().state.operators,
          roles: open.operator()?.roles ?? [],
        }),
      )
    }
    case 'room':
      return roomView(services, open, question.caseId)
    case 'sealedResult':
      return sealedResult(services, open, question)
    case 'agreement': {
      const live = open.cases.get(question.caseId)
      return live === null ? refuse({ code: 'case-unknown', caseId: question.caseId }) : ok(agreementView(open, live))
    }
    case 'print':
      return printPreview(open, question.caseId, question.items)
    case 'openBundle':
      return openBundleOf(open, question.caseId)
    case 'drafts':
      return ok(draftsOf(open))
    case 'registers':
      return registersView(open, question.register)
    case 'wordTemplates':
      return ok(templateViews(open))
    case 'wordTemplate':
      return ok(templateToChange(open, question))
    case 'wordFields':
      return ok(wordFieldsOf(question.kind))
    case 'wordCheck':
      return ok(await checkWord(question))
    case 'wordDrift':
      return wordDrift(open, question)
    case 'people':
      if (mustRead(open, 'people').ok) await preparePeople(open, question)
      return answerRegistry(open, question)
    case 'person':
    case 'units':
    case 'unit':
    case 'post':
    case 'family':
    case 'quality':
    case 'duplicates':
    case 'composition':
    case 'compositions':
      return answerRegistry(open, question)
    case 'communeLists':
      return ok(communeLists(open))
    case 'communeCheck':
      return checkCommunes(question)
    case 'communes':
      return ok(communesFound(open, question))
    case 'returns':
      return returnsView(open, question)
    case 'roster':
    case 'stopRoster':
    case 'imports':
    case 'rosterLayout':
    case 'rosterSample':
    case 'rosterAccount':
    case 'rosterRows':
      return answerRoster(services, open, question)
    case 'planning':
      return ok(planningView(open.planning(), open.today()))
    case 'planningList':
      return planningListOf(open, question.listId)
    case 'planningReviews':
      return planningReviewsOf(open, question.day)
    case 'looks':
      return looksAsked(open, question)
    case 'planningCandidates':
      return planningCandidates(open, question)
    case 'eligibility':
      return eligibilityOfCase(open, question.caseId)
    case 'nomineeFromRegistry':
      return nomineeFromRegistry(open, question.caseId, question.personId)
    case 'reminders':
      return remindersIn(open, question.year)
    case 'paper':
      return paperBytes(open, question.caseId, question.paperId)
  }
}

const homeReader = (open: OpenFile): HomeReader => ({
  today: open.today(),
  holidays: open.holidays(null),
  roles: open.operator()?.roles ?? [],
})

/** While a sitting goes on, what waits is how far it has to go. */
function waitingInSitting(open: OpenFile, keyId: string): Answers['toSign'] {
  const papers = papersToSign(open, keyId)
  open.sitting.noteWaiting(keyId, papers.length)
  return papers
}

/** Walks the whole log: seconds on a big file, so only when asked. Nothing comes of it but the answer: stopped, it leaves no trace. */
async function ledger({ startHelper }: Services, open: OpenFile, work: Work): Promise<Result<Answers['ledger'], Refusal>> {
  const { archive } = open
  const { size, root } = archive.head()
  const steps = archive.verifyInSteps(papersNamed)
  for (let step = steps.next(undefined); ; ) {
    if (step.done) return ok({ size, root: Buffer.from(root).toString('base64'), verified: step.value.ok })
    const { done, of, isLast } = step.value
    await work.step(done, of, isLast ? 'checkPages' : 'checkLedger')
    const read = isLast ? await pagesRead(open, work, startHelper) : undefined
    // What is left is read here, in one go: only where it could not be read elsewhere.
    if (isLast && read === undefined) await work.settle(archive.length() > fewPages)
    step = steps.next(read)
  }
}

function paperBytes(open: OpenFile, caseId: string, paperId: string): Result<Answers['paper'], Refusal> {
  const state = open.cases.get(caseId)?.state
  const paper = state?.papers.find(({ drawn }) => drawn.paperId === paperId)
  if (state === undefined || paper === undefined) return refuse({ code: 'paper-unknown', paperId })
  const allowed = mayRead(state, paper, open.operator()?.roles ?? [])
  if (!allowed.ok) return allowed
  const sha256 = latestDigest(paper)
  const bytes = open.archive.papers.get(sha256)
  if (bytes === undefined) throw new OfficeFault('paper-missing', sha256)
  return ok({
    bytes: Buffer.from(bytes).toString('base64'),
    sha256,
    summary: plainSummary(state, paper),
    isPrintOnly: isPrintOnly(open.desk().state, classificationOf(state, paper.drawn.conferenceId), open.today()),
  })
}
