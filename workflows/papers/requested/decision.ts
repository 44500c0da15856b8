// Nghị quyết, Quyết định: who is appointed to what from when, for how long, with what pay, and who carries it out (documents.md A6.3, A2, A3).
import type { CaseState } from '../../procedure/state.ts'
import { procedureWords } from '../../wording/papers.ts'
import { postText } from '../meeting.ts'
import { amount, dayInWords, sentence } from '../official-text.ts'
import type { Block, PaperProfile, SignBlock } from '../paper.ts'
import { aboutIn, formOfBody, profileFor } from '../profile.ts'
import type { RequestedPaper } from '../requested.ts'
import { chosenOf, decisiveConference, personText } from './course-of-case.ts'
import { markFields } from './marks.ts'
import { closingFields, officeSigner, recipientsOr, signerFields, signerKnown } from './office-signer.ts'

const forms = ['decision', 'resolution'] as const
/** The families of forms, which follow the body that issues (documents.md A1). */
const issuerForms = ['party', 'state'] as const

export const decision: RequestedPaper = {
  kind: 'decision',
  scope: 'case',
  sign: { party: 'QĐ', state: 'QĐ' },
  fields: [
    { key: 'decisionForm', type: 'choice', isRequired: true, choices: forms },
    /** Whoever decides where it is not this office: the superior's own paper, in its own name. */
    { key: 'issuerName', type: 'line', isRequired: false },
    { key: 'issuerForm', type: 'choice', isRequired: false, choices: issuerForms },
    { key: 'issuerSign', type: 'line', isRequired: false },
    { key: 'issuerSuperior', type: 'line', isRequired: false },
    { key: 'grounds', type: 'text', isRequired: true },
    { key: 'effectiveOn', type: 'day', isRequired: true },
    { key: 'payAndAllowance', type: 'text', isRequired: true },
    { key: 'whoCarriesOut', type: 'text', isRequired: true },
    ...signerFields,
    ...markFields,
    ...closingFields,
  ],
  prefill: (state, _target, operators) => ({
    details: {
      ...(state.decided && { effectiveOn: state.decided.effectiveOn }),
      ...(state.opened.decidesHere ? signerKnown(state, operators, 'headOfAgency') : whoDecides(state)),
    },
  }),
  tells: 'result',
  notYet: (state) => (decisiveConference(state) ? null : { code: 'result-not-yet' }),
  problem(state, _target, details) {
    const typed = (key: string) => (details[key] ?? '').trim() !== ''
    const ofAnother = !state.opened.decidesHere || typed('issuerName')
    const missing = ofAnother ? ['issuerName', 'issuerForm', 'issuerSign'].find((key) => !typed(key)) : undefined
    if (missing !== undefined) return { code: 'paper-field-missing', kind: 'decision', field: missing }
    const recorded = state.decided?.effectiveOn
    if (recorded !== undefined && recorded !== details.effectiveOn) {
      return { code: 'paper-differs-from-case', typed: details.effectiveOn ?? '', recorded }
    }
    return undefined
  },
  say(state, { details, day }, people) {
    const isResolution = details.decisionForm === 'resolution'
    const { organisation, kind } = state.opened
    const { issuerName, issuerSign, issuerSuperior } = details
    const form = (issuerName === undefined ? undefined : issuerForms.find((one) => one === details.issuerForm)) ?? organisation.form
    const profile = profileFor({ form }, day)
    const isState = profile === 'STATE_ND30_2020'
    const issuing = issuerName ?? organisation.name
    const word = isResolution ? 'NGHỊ QUYẾT' : 'QUYẾT ĐỊNH'
    const signer = officeSigner(details, people)
    const authority = authorityOf(signer, issuing, isState)
    return {
      title: word,
      abstract: `${aboutIn(profile)} ${procedureWords[kind]} ${postText(state)}`,
      sign: isResolution ? { party: 'NQ', state: 'NQ' } : { party: 'QĐ', state: 'QĐ' },
      blocks: [
        ...(isState ? [{ type: 'paragraph', style: 'centered', text: authority } as const] : []),
        ...groundBlocks(details.grounds ?? '', isState),
        { type: 'paragraph', style: 'centered', text: isState ? `${word}:` : `${authority}\n${word}` },
        ...articles(state, details, profile),
      ],
      signers: [signer],
      recipients: recipientsOr(details, ['Như Điều 3', isState ? 'Lưu: VT, TCCB' : 'Lưu Văn phòng, hồ sơ cán bộ']),
      ...(issuerName !== undefined && {
        issuer: {
          form,
          name: issuerName,
          sign: issuerSign ?? organisation.sign,
          ...(issuerSuperior !== undefined && { superior: issuerSuperior }),
        },
      }),
    }
  },
}

/** The body the case goes up to, in the form such a body uses. */
function whoDecides({ opened: { organisation } }: CaseState): Readonly<Record<string, string>> {
  const { superior } = organisation
  return superior === undefined ? {} : { issuerName: superior, issuerForm: formOfBody(superior) ?? organisation.form }
}

/** Above the grounds stands whoever decides: a collective by its name, a head by his office, also where a deputy signs for him (A2, A3). */
function authorityOf({ authority, officeTitle }: Pick<SignBlock, 'authority' | 'officeTitle'>, issuing: string, isState: boolean): string {
  if (authority === undefined) return isState ? officeTitle : issuing.toUpperCase()
  const forWhom = /^(?:KT\.|K\/T)\s*(.+)$/u.exec(authority)?.[1]
  if (forWhom !== undefined) return forWhom
  const collective = authority.replace(/\s+\/\s.*$/u, '').replace(/^(?:T\/M|TM\.)\s*/u, '')
  return isState ? issuing.toUpperCase() : collective
}

function groundBlocks(typed: string, isState: boolean): Block[] {
  const lines = typed
    .split('\n')
    .map((one) =>
      one
        .trim()
        .replace(/^-\s*/u, '')
        .replace(/[;.,]$/u, ''),
    )
    .filter((one) => one !== '')
  return lines.map((text, index): Block => {
    const end = index === lines.length - 1 ? (isState ? '.' : ',') : ';'
    return { type: 'ground', text: `${isState ? '' : '- '}${text}${end}` }
  })
}

function articles(state: CaseState, details: Readonly<Record<string, string>>, profile: PaperProfile): Block[] {
  const { kind, termYears } = state.opened
  const people = chosenOf(state).map((one) => personText(one, profile))
  const from = dayInWords(details.effectiveOn ?? state.decided?.effectiveOn ?? '')
  const end = state.decided?.termEnd === undefined ? '' : `, đến hết ${dayInWords(state.decided.termEnd)}`
  const verb = kind === 'reappointment' ? 'Bổ nhiệm lại' : 'Bổ nhiệm'
  return [
    {
      type: 'article',
      mark: 'Điều 1.',
      text: sentence(
        `${verb} ${people.join('; ')}, giữ ${postText(state)}, kể từ ${from}. Thời hạn giữ chức vụ: ${amount(termYears)} năm${end}`,
      ),
    },
    { type: 'article', mark: 'Điều 2.', text: sentence(details.payAndAllowance ?? '') },
    { type: 'article', mark: 'Điều 3.', text: sentence(details.whoCarriesOut ?? '') },
  ]
}
