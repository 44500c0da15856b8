// Phiếu rà soát tiêu chuẩn, điều kiện: every condition on one nominee as judged on a day, with what was looked at and by which article (procedure.md 5).
import type { Judgement } from '../../eligibility/state.ts'
import { eligibilityOf } from '../../eligibility/state.ts'
import type { GuardAnswer, GuardVerdict } from '../../eligibility/verdict.ts'
import { guardAnswers } from '../../eligibility/verdict.ts'
import { type CaseState, findNominee } from '../../procedure/state.ts'
import { groundsOf } from '../../rulebooks/instruments.ts'
import type { Evidence } from '../../rulebooks/types.ts'
import { guardAnswerWords, guardReasonText, guardTitles } from '../../wording/guards.ts'
import { procedureWords } from '../../wording/papers.ts'
import { postText } from '../meeting.ts'
import { amount, birthText, shortDay } from '../official-text.ts'
import type { Block, Column, PaperProfile } from '../paper.ts'
import type { RequestedPaper } from '../requested.ts'
import { groundText } from './course-of-case.ts'
import { archiveOf, closingFields, linesOf, officeSigner, recipientsOr, signerFields, signerKnown } from './office-signer.ts'

export const eligibilitySheet: RequestedPaper = {
  kind: 'eligibilitySheet',
  scope: 'nominee',
  sign: null,
  fields: [{ key: 'appraisal', type: 'text', isRequired: false }, ...signerFields, ...closingFields],
  tells: 'nothing',
  notYet(state, { personId = '' }) {
    const name = findNominee(state, personId)?.name ?? personId
    return latestOf(state, personId) === undefined ? { code: 'nominee-facts-missing', name } : null
  },
  // Judged anew later, the paper drawn from this request says what was judged when it was asked for.
  freeze: (state, { personId = '' }): Record<string, string> => ({ judgement: String(latestOf(state, personId)?.no ?? '') }),
  prefill: (state, _target, operators) => ({ details: signerKnown(state, operators, 'hrOfficer', 'Người phụ trách tổ chức cán bộ') }),
  say(state, { details, personId = '', profile }, people) {
    const judged = judgementsOf(state, personId).find((one) => String(one.no) === details.judgement) ?? latestOf(state, personId)
    if (!judged) throw new Error('a sheet is drawn from a judgement')
    return {
      isLandscape: true,
      title: 'PHIẾU RÀ SOÁT TIÊU CHUẨN, ĐIỀU KIỆN',
      abstract: `Nhân sự ${procedureWords[state.opened.kind]} ${postText(state)}`,
      blocks: [
        { type: 'facts', rows: headRows(state, personId, judged, profile) },
        { type: 'table', columns, rows: judged.verdicts.filter(isJudged).map(rowOf) },
        { type: 'paragraph', text: summaryOf(judged.verdicts) },
        ...judged.verdicts.flatMap(decisionOf),
        ...linesOf(details.appraisal).map((text): Block => ({ type: 'paragraph', text })),
      ],
      signers: [officeSigner(details, people)],
      recipients: recipientsOr(details, [archiveOf(profile)]),
    }
  },
}

const judgementsOf = (state: CaseState, personId: string): readonly Judgement[] => eligibilityOf(state.eligibility, personId).judgements
const latestOf = (state: CaseState, personId: string): Judgement | undefined => judgementsOf(state, personId).at(-1)

function headRows(state: CaseState, personId: string, { on }: Judgement, profile: PaperProfile): [string, string][] {
  const nominee = findNominee(state, personId)
  const { track, startDate, post } = state.opened
  const law = groundsOf({ track, startDate, rulebook: state.rulebook }, on)
  return [
    ['Họ và tên', nominee?.name ?? personId],
    ...(nominee?.birthDate === undefined ? [] : [['Ngày sinh', birthText(nominee.birthDate)] as [string, string]]),
    ['Chức vụ hiện nay', nominee?.currentPost ?? ''],
    ['Chức vụ dự kiến', `${post.title}, ${post.unit}`],
    ['Xét đến ngày', shortDay(on)],
    ['Quy định áp dụng', law.map((one) => groundText(one, profile)).join('; ')],
  ]
}

const columns: readonly Column[] = [
  { title: 'Mã', align: 'center', widthMm: 15 },
  { title: 'Điều kiện', align: 'left', widthMm: 58 },
  { title: 'Kết quả', align: 'left', widthMm: 32 },
  { title: 'Thông tin xem xét', align: 'left' },
  { title: 'Căn cứ', align: 'left', widthMm: 62 },
]

/** Conditions the rulebook does not ask here are named together below the table. */
const isJudged = ({ reason }: GuardVerdict): boolean => reason !== 'not-asked'

/** What is no law, or was not read in the text, says so beside its article. */
const evidenceNotes: Readonly<Record<Evidence, string>> = {
  TEXT: '',
  REPORT: ' (theo bản tóm tắt)',
  SEED: ' (theo đề án)',
  GK: ' (chưa đối chiếu văn bản)',
  DEFAULT: ' (thiết lập)',
}

/** Days as papers write them (A2). */
const inForm = (text: string): string => text.replaceAll(/(\d{2})\/(\d{2})\/(\d{4})/g, (_, d, m, y) => shortDay(`${y}-${m}-${d}`))

function rowOf(one: GuardVerdict): readonly string[] {
  const seen = one.factOn === undefined ? '' : ` (ngày ${shortDay(one.factOn)})`
  const flag = one.isFlagged ? '. Ngày sinh chưa đủ, tính theo ngày sớm nhất' : ''
  return [
    one.guard,
    guardTitles[one.guard].vi,
    `${guardAnswerWords[one.answer].vi}${one.isWarning ? ' (cảnh báo)' : ''}`,
    `${inForm(guardReasonText(one, 'vi'))}${seen}${flag}`,
    `${one.rule.article}${evidenceNotes[one.rule.evidence]}`,
  ]
}

const answerEnds: Readonly<Record<GuardAnswer, string>> = {
  pass: 'đạt',
  fail: 'không đạt',
  needsDecision: 'cần cấp có thẩm quyền quyết định',
  unknown: 'chưa có thông tin',
}

function summaryOf(verdicts: readonly GuardVerdict[]): string {
  const asked = verdicts.filter(isJudged)
  const others = verdicts.filter((one) => !isJudged(one)).map((one) => one.guard)
  const counts = guardAnswers
    .map((answer) => [answer, asked.filter((one) => one.answer === answer).length] as const)
    .filter(([answer, count]) => count > 0 || answer === 'pass' || answer === 'fail')
    .map(([answer, count]) => `${amount(count)} ${answerEnds[answer]}`)
  const rest = others.length > 0 ? ` Không áp dụng: ${others.join(', ')}.` : ''
  return `Trong ${amount(asked.length)} điều kiện được xét: ${counts.join(', ')}.${rest}`
}

function decisionOf({ guard, decision }: GuardVerdict): Block[] {
  if (!decision) return []
  const { number, date, issuer } = decision
  const text = `${guardTitles[guard].vi}: cấp có thẩm quyền đã quyết định tại văn bản số ${number}, ngày ${shortDay(date)}${issuer === undefined ? '' : ` của ${issuer}`}.`
  return [{ type: 'paragraph', text }]
}
