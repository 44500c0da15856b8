// What the sample notes of its nominees, so that each has a sheet: all in order, as the law of its day asks (procedure.md 5).
import { addDays, addMonths } from '../core/calendar.ts'
import type { NomineeFacts } from '../eligibility/nominee-facts.ts'
import { type Department, desks, type Member } from './department.ts'
import { ask, signedBy } from './papers.ts'
import type { Script } from './script.ts'

/** Known on the day the nominee is proposed. */
function factsOf({ birthDate, isWoman, title }: Member, today: string, post: string): NomineeFacts {
  const on = addDays(today, -3)
  const appraised = { isSo: true, on, basis: 'Báo cáo thẩm định của Phòng Tổ chức cán bộ' }
  const year = Number(today.slice(0, 4))
  return {
    birthDate,
    sex: isWoman ? 'female' : 'male',
    standards: appraised,
    planning: {
      on,
      list: [{ post, relation: 'samePost', from: addMonths(today, -14), document: { number: '412-QĐ/TU', date: addMonths(today, -14) } }],
    },
    held: { on, list: [{ post: title, level: 'nextLower', from: addMonths(today, -50) }] },
    dossierReceivedOn: on,
    dossierVerified: appraised,
    assetDeclaredOn: addMonths(today, -2),
    healthCertificate: { on: addMonths(today, -1), isFit: true },
    ratings: [year - 3, year - 2, year - 1].map((one, at) => ({ year: one, level: at === 2 ? 'excellent' : 'good' })),
    results: appraised,
    proceedings: { on, list: [] },
    disciplines: { on, list: [] },
    checks: { on, list: [] },
    politicalConclusion: { isSo: true, on, basis: 'Kết luận số 86-KL/ĐU' },
    qualifications: appraised,
    relatives: { on, list: [] },
    deputies: { on, approved: 3, inPost: 2 },
  }
}

/** Notes what is known of the nominee and asks for the sheet, signed by the head of personnel work. */
export function askEligibility(to: Script, { hrHead }: Department, nominee: Member, post: string): void {
  const facts = factsOf(nominee, to.now().slice(0, 10), post)
  to.order(desks.hr, { type: 'noteNomineeFacts', personId: nominee.personId, facts, postFacts: {}, source: 'typed' }, 5)
  ask(to, 'eligibilitySheet', { personId: nominee.personId, details: signedBy(hrHead) })
}
