import { describe, expect, test } from 'vitest'
import { DocumentRef } from '../../../workflows/core/document.ts'
import { guardColumn, guardIds } from '../../../workflows/eligibility/guard-rules.ts'
import { judgeEligibility, stopping } from '../../../workflows/eligibility/judge.ts'
import type { NomineeFacts } from '../../../workflows/eligibility/nominee-facts.ts'
import type { EligibilityQuestion } from '../../../workflows/eligibility/question.ts'
import type { GuardVerdict } from '../../../workflows/eligibility/verdict.ts'
import { evidences, type RulebookId, rulebookIds } from '../../../workflows/rulebooks/types.ts'

const day = '2026-10-01'
const said = { isSo: true, on: '2026-09-01', basis: 'Báo cáo thẩm định' }
const document = { number: '45-CV/BTCTU', date: '2026-09-20' }

/** Everything known and in order on 1 October 2026. */
const facts: NomineeFacts = {
  birthDate: '1980-02-03',
  sex: 'male',
  standards: said,
  planning: { on: '2026-09-01', list: [{ post: 'Phó Giám đốc', relation: 'samePost', from: '2026-01-10', document }] },
  held: { on: '2026-09-01', list: [{ post: 'Trưởng phòng', level: 'nextLower', from: '2020-01-01' }] },
  dossierReceivedOn: '2026-09-15',
  dossierVerified: said,
  assetDeclaredOn: '2026-08-20',
  healthCertificate: { on: '2026-08-01', isFit: true },
  ratings: [2023, 2024, 2025].map((year) => ({ year, level: 'good' as const })),
  results: said,
  proceedings: { on: '2026-09-01', list: [] },
  disciplines: { on: '2026-09-01', list: [] },
  checks: { on: '2026-09-01', list: [] },
  politicalConclusion: said,
  qualifications: said,
  relatives: { on: '2026-09-01', list: [] },
  deputies: { on: '2026-09-01', approved: 3, inPost: 2 },
}
const guardSets = { RB2017: 'QD105', RB2022: 'QD80', RB2025a: 'QD80', RB2025b: 'QD377', RB2026: 'RB2026' } as const

function question(more: Partial<NomineeFacts> = {}, rest: Partial<EligibilityQuestion> = {}): EligibilityQuestion {
  const rulebook = rest.rulebook ?? 'RB2026'
  return {
    rulebook,
    guardSet: guardSets[rulebook],
    track: 'civilServant',
    kind: 'appointmentOnSite',
    source: 'onSite',
    post: { title: 'Phó Giám đốc', unit: 'Sở Nội vụ', rank: 6, isHead: false },
    termMonths: 60,
    seats: 1,
    currentRank: 5,
    day,
    facts: { ...facts, ...more },
    postFacts: {
      beside: { post: 'Phó Giám đốc', unit: 'Sở Nội vụ', level: 'province', isHead: false, isKey: true, sector: 'homeAffairs' },
    },
    decisions: [],
    nonLocalGuard: 'warn',
    ...rest,
  }
}
function guard(id: (typeof guardIds)[number], more: Partial<NomineeFacts> = {}, rest: Partial<EligibilityQuestion> = {}): GuardVerdict {
  const found = judgeEligibility(question(more, rest)).find((one) => one.guard === id)
  if (!found) throw new Error(`no answer to ${id}`)
  return found
}
const gone = (key: keyof NomineeFacts) => ({ [key]: undefined }) as Partial<NomineeFacts>

describe('a sheet', () => {
  test('answers every condition of every rulebook, in order, with rule and article', () => {
    for (const rulebook of rulebookIds) {
      const sheet = judgeEligibility(question({}, { rulebook }))
      expect(sheet.map((one) => one.guard)).toEqual(guardIds)
      for (const one of sheet) {
        expect(evidences).toContain(one.rule.evidence)
        expect(one.rule.article.length).toBeGreaterThan(3)
      }
    }
  })

  test('tells of everything it looked at its day; what is not asked, or nobody looked up, has none', () => {
    const dull = ['not-asked', 'age-not-applied', 'not-head', 'no-term-limit', 'conclusion-not-needed', 'planned-stated']
    for (const rulebook of rulebookIds) {
      for (const one of judgeEligibility(question({}, { rulebook }))) {
        if (one.answer === 'unknown' || dull.includes(one.reason)) continue
        expect([rulebook, one.guard, one.factOn?.length]).toEqual([rulebook, one.guard, 10])
      }
    }
  })

  test('nothing but a numbered document of its own guard opens what needs a decision', () => {
    const cases: readonly (readonly [Partial<NomineeFacts>, Partial<EligibilityQuestion>])[] = [
      [{ planning: { on: day, list: [] } }, {}],
      [{ planning: { on: day, list: [] }, unitHasPlanning: { isSo: false, on: day } }, {}],
      [{ held: { on: day, list: [{ post: 'x', level: 'nextLower', from: '2026-08-01' }] } }, {}],
      [{ birthDate: '1966-01-01' }, {}],
      [{ disciplines: { on: day, list: [{ sanction: 'dismissal', effectiveOn: '2012-03-10' }] } }, {}],
      [{ shortcomings: { isSo: true, on: day } }, {}],
      [{ proceedings: { on: day, list: [{ kind: 'arrested', from: '2026-01-01' }] } }, { rulebook: 'RB2022' }],
    ]
    for (const [more, rest] of cases) {
      const needing = judgeEligibility(question(more, rest)).filter(({ answer }) => answer === 'needsDecision')
      expect(needing.length).toBeGreaterThan(0)
      for (const { guard: id } of needing) {
        const others = guardIds.filter((one) => one !== id).map((one) => ({ guard: one, document }))
        expect(guard(id, more, { ...rest, decisions: others }).answer).toBe('needsDecision')
        expect(guard(id, more, { ...rest, decisions: [{ guard: id, document }] })).toMatchObject({ answer: 'pass', decision: document })
      }
    }
    expect(DocumentRef.safeParse({ number: '', date: day }).success).toBe(false)
  })

  test('cites no regulation that another had replaced by then', () => {
    for (const one of judgeEligibility(question({}, { rulebook: 'RB2025b' }))) expect(one.rule.article).not.toContain('80-QĐ/TW')
    expect(guard('G-19', {}, { rulebook: 'RB2022', day: '2023-07-10' }).rule.article).toBe('Quy định 205-QĐ/TW')
    expect(guard('G-19', {}, { rulebook: 'RB2022', day: '2023-07-11' }).rule.article).toBe('Quy định 114-QĐ/TW')
  })

  test('of somebody in order stops nothing', () => {
    expect(judgeEligibility(question()).filter((one) => one.answer !== 'pass')).toEqual([])
  })

  test('of whom nothing is known passes nothing that is asked, and stops nothing', () => {
    const sheet = judgeEligibility({ ...question(), facts: {} })
    expect(stopping(sheet)).toEqual([])
    expect(sheet.filter((one) => one.answer === 'unknown').length).toBeGreaterThan(12)
  })

  test('public employees under Regulation 377 are judged by the columns of RB2025b', () => {
    expect(guardColumn('RB2022', 'QD377')).toBe(guardColumn('RB2025b', 'QD377'))
    expect(guardColumn('RB2022', 'QD80')).not.toBe(guardColumn('RB2025b', 'QD377'))
  })

  test('what rests on general knowledge or on our own reading says so', () => {
    expect(guard('G-22').rule.evidence).toBe('GK')
    expect(guard('G-06', {}, { rulebook: 'RB2025b' }).rule.evidence).toBe('DEFAULT')
  })
})

describe('planning, G-02 to G-05', () => {
  const plannedFor = (relation: 'samePost' | 'equivalent' | 'higher' | 'other') => ({
    planning: { on: '2026-09-01', list: [{ post: 'x', relation, from: '2026-01-10' }] },
  })
  test.each<[RulebookId, 'samePost' | 'equivalent' | 'higher' | 'other', string]>([
    ['RB2017', 'samePost', 'pass'],
    ['RB2017', 'equivalent', 'fail'],
    ['RB2022', 'equivalent', 'pass'],
    ['RB2022', 'higher', 'pass'],
    ['RB2026', 'higher', 'pass'],
    ['RB2026', 'other', 'fail'],
  ])('%s: planned for %s: %s', (rulebook, relation, answer) => {
    expect(guard('G-02', plannedFor(relation), { rulebook }).answer).toBe(answer)
  })

  test('an entry that has ended plans nobody', () => {
    const ended = {
      planning: { on: '2026-09-01', list: [{ post: 'x', relation: 'samePost' as const, from: '2021-01-10', until: '2026-09-30' }] },
    }
    expect(guard('G-02', ended).answer).toBe('fail')
    expect(guard('G-02', ended, { day: '2026-09-30' }).answer).toBe('pass')
  })

  test('outside planning, only a document of the competent level opens the way', () => {
    const outside = plannedFor('other')
    expect(guard('G-05', outside)).toMatchObject({ answer: 'needsDecision', reason: 'outside-planning' })
    const decisions = [{ guard: 'G-05' as const, document }]
    expect(guard('G-05', outside, { decisions })).toMatchObject({ answer: 'pass', decision: document })
    expect(guard('G-02', outside, { decisions })).toMatchObject({ answer: 'pass', reason: 'decided', decision: document })
  })

  test('a new unit without planning: G-04 needs a decision, and G-05 does not ask', () => {
    const unit = { ...plannedFor('other'), unitHasPlanning: { isSo: false, on: '2026-08-01', basis: 'Sáp nhập' } }
    expect(guard('G-04', unit).answer).toBe('needsDecision')
    expect(guard('G-05', unit)).toMatchObject({ answer: 'pass', reason: 'not-asked' })
    expect(guard('G-02', unit, { decisions: [{ guard: 'G-05', document }] }).answer).toBe('fail')
    expect(guard('G-02', unit, { decisions: [{ guard: 'G-04', document }] }).answer).toBe('pass')
  })

  test('where no list was looked up, the word at the proposal counts', () => {
    expect(guard('G-02', gone('planning'), { isPlannedStated: true })).toMatchObject({ answer: 'pass', reason: 'planned-stated' })
    expect(guard('G-02', gone('planning'), { isPlannedStated: false }).answer).toBe('fail')
    expect(guard('G-02', gone('planning')).answer).toBe('unknown')
  })

  test('from another place G-03 asks in the place of G-02', () => {
    expect(guard('G-03', plannedFor('equivalent'), { rulebook: 'RB2017', source: 'elsewhere' }).answer).toBe('pass')
    expect(guard('G-02', plannedFor('other'), { source: 'elsewhere' }).reason).toBe('not-asked')
  })
})

describe('time in post, G-06', () => {
  const since = (from: string, level: 'nextLower' | 'same' | 'lower' = 'nextLower') => ({
    held: { on: '2026-09-01', list: [{ post: 'Trưởng phòng', level, from }] },
  })
  test.each<[RulebookId, string, string]>([
    ['RB2017', '2026-09-01', 'pass'],
    ['RB2022', '2024-10-01', 'pass'],
    ['RB2022', '2024-10-02', 'needsDecision'],
    ['RB2025b', '2024-10-02', 'needsDecision'],
    ['RB2026', '2025-10-01', 'pass'],
    ['RB2026', '2025-10-02', 'needsDecision'],
  ])('%s: held since %s on 1/10/2026: %s', (rulebook, from, answer) => {
    expect(guard('G-06', since(from), { rulebook }).answer).toBe(answer)
  })

  test('not asked of a first leading post, nor of an equal one', () => {
    expect(guard('G-06', since('2026-09-30'), { currentRank: null }).reason).toBe('not-asked')
    expect(guard('G-06', since('2026-09-30'), { currentRank: 6 }).reason).toBe('not-asked')
  })

  test('times cumulate once where they overlap; what was lost by discipline does not count', () => {
    const held = (lost: boolean) => ({
      held: {
        on: '2026-09-01',
        list: [
          { post: 'a', level: 'nextLower' as const, from: '2026-01-01' },
          { post: 'b', level: 'nextLower' as const, from: '2026-03-01', until: '2026-06-30' },
          { post: 'c', level: 'same' as const, from: '2024-01-01', until: '2024-04-15', lostByDiscipline: lost },
        ],
      },
    })
    expect(guard('G-06', held(false))).toMatchObject({ answer: 'pass', numbers: { months: 12 } })
    expect(guard('G-06', held(true))).toMatchObject({ answer: 'needsDecision', numbers: { months: 9 } })
  })

  test('QĐ80: after a bar is over the time in post is reached again', () => {
    const warned = {
      ...since('2015-01-01'),
      disciplines: { on: '2024-01-01', list: [{ sanction: 'warning' as const, effectiveOn: '2021-03-10' }] },
    }
    const on = { rulebook: 'RB2022' as const, day: '2024-06-01' }
    expect(guard('G-06', warned, on)).toMatchObject({ answer: 'needsDecision', numbers: { months: 8, since: '2023-09-10' } })
    expect(guard('G-15', warned, on).answer).toBe('pass')
  })
})

describe('age, G-07 to G-09', () => {
  test('worked case 46: the day the dossier is received decides', () => {
    const born = { birthDate: '1969-05-20', sex: 'male' as const }
    const rest = { rulebook: 'RB2022' as const, day: '2026-06-25' }
    expect(guard('G-07', { ...born, dossierReceivedOn: '2026-04-10' }, rest)).toMatchObject({
      answer: 'pass',
      numbers: { months: 61 },
      factOn: '2026-04-10',
    })
    expect(guard('G-07', { ...born, dossierReceivedOn: '2026-06-20' }, rest)).toMatchObject({ answer: 'fail', numbers: { months: 59 } })
    expect(guard('G-08', { ...born, dossierReceivedOn: '2026-04-10' }, rest)).toMatchObject({ answer: 'pass', factOn: '2026-04-10' })
    expect(guard('G-08', { ...born, dossierReceivedOn: undefined }, rest).answer).toBe('unknown')
  })

  test('before 1/8/2021 the day of the procedure decides', () => {
    const born = { birthDate: '1969-05-20', sex: 'male' as const, dossierReceivedOn: '2026-04-10' }
    expect(guard('G-07', born, { rulebook: 'RB2017', day: '2021-07-31' })).toMatchObject({ numbers: { months: 118 }, factOn: '2021-07-31' })
  })

  test('RB2026 leaves too few months to the competent level; earlier rulebooks refuse', () => {
    const born = { birthDate: '1969-05-20', sex: 'male' as const }
    expect(guard('G-07', born).answer).toBe('needsDecision')
    expect(guard('G-07', born, { decisions: [{ guard: 'G-07', document }] })).toMatchObject({ answer: 'pass', decision: document })
    const fixed = { rulebook: 'RB2022' as const, decisions: [{ guard: 'G-07' as const, document }] }
    expect(guard('G-07', born, fixed).answer).toBe('fail')
  })

  test('a shorter term asks a shorter time; an equal or lower post asks none', () => {
    const born = { birthDate: '1968-01-20', sex: 'male' as const }
    expect(guard('G-07', born, { termMonths: 36 })).toMatchObject({ answer: 'pass', numbers: { months: 40, needed: 36 } })
    expect(guard('G-07', born, { currentRank: 6 })).toMatchObject({ answer: 'pass', reason: 'age-not-applied' })
  })

  test('a birth year alone is read at its oldest, and flagged', () => {
    expect(guard('G-07', { birthDate: '1980' })).toMatchObject({ isFlagged: true, numbers: { retiresOn: '2042-01-31' } })
  })
})

describe('papers and records, G-10 to G-18', () => {
  test('a health certificate counts six months', () => {
    const on = (text: string) => ({ healthCertificate: { on: text, isFit: true } })
    expect(guard('G-11', on('2026-04-01')).answer).toBe('pass')
    expect(guard('G-11', on('2026-03-31'))).toMatchObject({ answer: 'fail', reason: 'certificate-expired' })
    expect(guard('G-11', { healthCertificate: { on: '2026-09-01', isFit: false } }).reason).toBe('stated-not')
    expect(guard('G-11', gone('healthCertificate')).answer).toBe('unknown')
  })

  test('the dossier is verified and the assets are declared', () => {
    expect(guard('G-10', gone('assetDeclaredOn'))).toMatchObject({ answer: 'unknown', reason: 'declaration-missing' })
    expect(guard('G-10', { dossierVerified: { ...said, isSo: false } }).answer).toBe('fail')
  })

  test('RB2026 asks "completed tasks well" of the last three years; others do not', () => {
    const done = {
      ratings: [2023, 2024, 2025].map((year) => ({ year, level: year === 2024 ? ('completed' as const) : ('good' as const) })),
    }
    expect(guard('G-12', done)).toMatchObject({ answer: 'fail', numbers: { year: 2024 } })
    expect(guard('G-12', done, { rulebook: 'RB2025b' }).reason).toBe('not-asked')
    expect(guard('G-12', { ratings: [{ year: 2025, level: 'good' }] })).toMatchObject({ answer: 'unknown', reason: 'rating-missing' })
    expect(guard('G-13', gone('results'))).toMatchObject({ answer: 'unknown' })
  })

  test('what stands on the day fails, what is over does not', () => {
    const investigated = (until?: string) => ({
      proceedings: { on: day, list: [{ kind: 'investigated' as const, from: '2026-08-01', ...(until && { until }) }] },
    })
    expect(guard('G-14', investigated())).toMatchObject({ answer: 'fail', numbers: { kind: 'investigated' }, factOn: '2026-08-01' })
    expect(guard('G-14', investigated('2026-09-30')).answer).toBe('pass')
    expect(guard('G-16', { checks: { on: day, list: [{ kind: 'denunciation', from: '2026-09-30' }] } }).answer).toBe('fail')
    expect(guard('G-16', gone('checks')).answer).toBe('unknown')
  })

  const warned = { disciplines: { on: day, list: [{ sanction: 'warning' as const, effectiveOn: '2021-03-10' }] } }
  test('worked case 44: on 1/10/2022 a warning of 10/3/2021 still bars', () => {
    expect(guard('G-15', warned, { rulebook: 'RB2022', day: '2022-10-01' })).toMatchObject({
      answer: 'fail',
      numbers: { months: 30, until: '2023-09-09', freeFrom: '2023-09-10' },
      factOn: '2021-03-10',
    })
    // Bound to the rulebook of 2017 all the same: the bar of the day counts (C-09).
    expect(guard('G-15', warned, { rulebook: 'RB2017', day: '2022-10-01' }).answer).toBe('fail')
    expect(guard('G-15', warned, { rulebook: 'RB2017', day: '2022-03-10' }).answer).toBe('pass')
  })

  test('worked case 45: on 1/12/2025 a removal of 10/3/2021 still bars', () => {
    const removed = { disciplines: { on: day, list: [{ sanction: 'removal' as const, effectiveOn: '2021-03-10' }] } }
    expect(guard('G-15', removed, { rulebook: 'RB2025b', day: '2025-12-01' }).answer).toBe('fail')
    expect(guard('G-15', removed, { rulebook: 'RB2025b', day: '2026-03-10' }).answer).toBe('pass')
  })

  test('shortcomings below discipline are for the competent level to consider, by Regulation 377', () => {
    expect(guard('G-15', { shortcomings: said })).toMatchObject({ answer: 'needsDecision', reason: 'shortcoming-to-consider' })
  })

  test('who was dismissed is for the competent level to consider, whenever that was', () => {
    const dismissed = { disciplines: { on: day, list: [{ sanction: 'dismissal' as const, effectiveOn: '2012-03-10' }] } }
    expect(guard('G-15', dismissed)).toMatchObject({ answer: 'needsDecision', rule: { evidence: 'DEFAULT' } })
  })

  test('a political conclusion is needed for a first or higher post, and anew when new facts came', () => {
    expect(guard('G-17', gone('politicalConclusion')).answer).toBe('unknown')
    expect(guard('G-17', gone('politicalConclusion'), { currentRank: 6 }).reason).toBe('conclusion-not-needed')
    const fresh = { newPoliticalFacts: { isSo: true, on: '2026-09-10' } }
    expect(guard('G-17', fresh)).toMatchObject({ answer: 'fail', reason: 'conclusion-older-than-new-facts' })
  })

  test.each<[RulebookId, 'unknown' | 'pass']>([
    ['RB2017', 'unknown'],
    ['RB2022', 'pass'],
    ['RB2025a', 'unknown'],
    ['RB2025b', 'unknown'],
    ['RB2026', 'pass'],
  ])('by %s a political conclusion for an equal post is: %s where there is none', (rulebook, answer) => {
    expect(guard('G-17', gone('politicalConclusion'), { rulebook, currentRank: 6 }).answer).toBe(answer)
    expect(guard('G-17', gone('politicalConclusion'), { rulebook, kind: 'reappointment' }).answer).toBe('pass')
  })

  test.each(rulebookIds)(
    'by %s: arrest alone fails where the rulebook names it, and is for the competent level where it does not',
    (rulebook) => {
      const arrested = { proceedings: { on: '2026-09-01', list: [{ kind: 'arrested' as const, from: '2026-08-01' }] } }
      expect(guard('G-14', arrested, { rulebook })).toMatchObject({
        answer: rulebook === 'RB2026' ? 'fail' : 'needsDecision',
        reason: 'proceeding-stands',
        factOn: '2026-08-01',
      })
      const both = {
        proceedings: { on: '2026-09-01', list: [...arrested.proceedings.list, { kind: 'prosecuted' as const, from: '2026-08-20' }] },
      }
      expect(guard('G-14', both, { rulebook })).toMatchObject({ answer: 'fail' })
    },
  )
})

describe('around the nominee, G-19 to G-23', () => {
  const wife = (holds: object) => ({
    relatives: {
      on: day,
      list: [
        {
          name: 'Trần Thị B',
          relation: 'spouse' as const,
          holds: { post: 'Giám đốc', unit: 'Sở Tài chính', level: 'province' as const, isHead: true, isKey: true, ...holds },
        },
      ],
    },
  })
  const head = {
    post: { title: 'Giám đốc', unit: 'Sở Nội vụ', rank: 7, isHead: true },
    postFacts: {
      beside: {
        post: 'Giám đốc',
        unit: 'Sở Nội vụ',
        level: 'province' as const,
        isHead: true,
        isKey: true,
        sector: 'homeAffairs' as const,
      },
    },
  }
  test('heads of two of the thirteen sectors at one level are not close relatives', () => {
    expect(guard('G-19', wife({ sector: 'finance' }), head)).toMatchObject({ answer: 'fail', numbers: { kind: 'sectorsOfOneLevel' } })
    expect(guard('G-19', wife({ sector: 'finance', level: 'commune' }), head).answer).toBe('pass')
    expect(guard('G-19', wife({}), head).answer).toBe('pass')
  })

  test('nor key officials of one body, nor one above the other', () => {
    expect(guard('G-19', wife({ unit: 'Sở Nội vụ' }))).toMatchObject({ answer: 'fail', numbers: { kind: 'bothKeyInOneBody' } })
    expect(guard('G-19', wife({ superior: 'Sở Nội vụ' }), head)).toMatchObject({ numbers: { kind: 'oneAboveTheOther' } })
  })

  test('a post the relative has left, or a distant relative, is no conflict', () => {
    const left = wife({ unit: 'Sở Nội vụ' }).relatives.list.map((one) => ({ ...one, until: '2026-09-30' }))
    expect(guard('G-19', { relatives: { on: day, list: left } }).answer).toBe('pass')
    const uncle = left.map(({ until: _, ...one }) => ({ ...one, relation: 'uncleOrAunt' as const }))
    expect(guard('G-19', { relatives: { on: day, list: uncle } }).answer).toBe('pass')
  })

  test('a relative in a post cannot be judged while the post of the case is not described', () => {
    expect(guard('G-19', wife({}), { postFacts: {} })).toMatchObject({ answer: 'unknown', reason: 'post-not-described' })
  })

  test('two terms in a row as head are the most, where general law limits them', () => {
    const twice = {
      held: {
        on: day,
        list: [
          { post: 'Giám đốc', unit: 'Sở Nội vụ', level: 'same' as const, from: '2012-01-01', termLastDay: '2016-12-31', isHead: true },
          { post: 'Giám đốc', unit: 'Sở Nội vụ', level: 'same' as const, from: '2017-01-01', termLastDay: '2021-12-31', isHead: true },
        ],
      },
    }
    const on = { ...head, kind: 'reappointment' as const, rulebook: 'RB2017' as const, day: '2021-11-01' }
    expect(guard('G-20', twice, on)).toMatchObject({ answer: 'fail', numbers: { terms: 2, limit: 2 } })
    expect(guard('G-20', twice, { ...on, rulebook: 'RB2026', day: '2026-11-01' })).toMatchObject({
      answer: 'pass',
      reason: 'no-term-limit',
    })
    expect(guard('G-20', twice, { rulebook: 'RB2017' }).reason).toBe('not-head')
  })

  test('G-21 warns, unless the office lets it bar', () => {
    const local = { isNotLocal: { isSo: false, on: day, basis: 'Sinh ra và trưởng thành tại xã' } }
    expect(guard('G-21', local)).toMatchObject({ answer: 'fail', isWarning: true })
    expect(stopping(judgeEligibility(question(local)))).toEqual([])
    expect(stopping(judgeEligibility(question(local, { nonLocalGuard: 'block' }))).map((one) => one.guard)).toEqual(['G-21'])
    expect(guard('G-21', {}, { nonLocalGuard: 'block' }).answer).toBe('unknown')
  })

  test('deputies stay within the approved number', () => {
    expect(guard('G-22', { deputies: { on: day, approved: 3, inPost: 3 } })).toMatchObject({ answer: 'fail', reason: 'deputies-exceeded' })
  })

  test('the action program is told where its overlay lies over the case', () => {
    expect(guard('G-23').reason).toBe('not-asked')
    expect(guard('G-23', {}, { program: {} }).answer).toBe('unknown')
    expect(guard('G-23', {}, { program: { handedInOn: '2026-09-20' } })).toMatchObject({ answer: 'pass', factOn: '2026-09-20' })
  })
})

describe('reappointment asks its own conditions (3.3.3)', () => {
  const again = { kind: 'reappointment' as const, currentRank: 6, termEnd: '2026-12-31' }
  test('planning, time in post and the age of a promotion do not bear on it', () => {
    const sheet = judgeEligibility({
      ...question({ planning: { on: day, list: [] }, held: { on: day, list: [] }, birthDate: '1967-01-15' }, again),
    })
    expect(stopping(sheet)).toEqual([])
  })

  test.each([
    // Retires on 30/11/2028, 31/12/2028, 31/12/2031; of three years on 31/5/2028, 30/6/2028.
    ['1966-11-20', 60, 'needsDecision', 'extension-instead', 23],
    ['1966-12-20', 60, 'pass', 'until-retirement', 24],
    ['1969-12-20', 60, 'pass', 'full-term-left', 60],
    ['1966-05-20', 36, 'needsDecision', 'extension-instead', 17],
    ['1966-06-20', 36, 'pass', 'until-retirement', 18],
  ] as const)(
    'worked case 47: a man born on %s, whose term of %i months ends on 31/12/2026: %s',
    (birthDate, termMonths, answer, reason, months) => {
      expect(guard('G-07', { birthDate }, { ...again, termMonths })).toMatchObject({
        answer,
        reason,
        numbers: { months, termEnd: '2026-12-31' },
        rule: { article: 'Khoản 1 Điều 36 NĐ 170/2025/NĐ-CP (sửa đổi bởi NĐ 300/2026/NĐ-CP)', evidence: 'TEXT' },
      })
    },
  )

  test('whoever would be extended instead is reappointed by a document of the competent level alone', () => {
    const near = { birthDate: '1966-05-20' }
    expect(stopping(judgeEligibility(question(near, again))).map((one) => one.guard)).toEqual(['G-07'])
    expect(guard('G-07', near, { ...again, decisions: [{ guard: 'G-07', document }] })).toMatchObject({
      answer: 'pass',
      decision: document,
    })
    expect(guard('G-07', gone('birthDate'), again)).toMatchObject({ answer: 'unknown', reason: 'birth-or-sex-unknown' })
    expect(guard('G-07', { birthDate: '1966' }, again)).toMatchObject({ isFlagged: true, numbers: { retiresOn: '2027-10-31' } })
  })

  test('a standing sanction is for consideration; a year not completed is overcome only by a document, in RB2026', () => {
    const served = { disciplines: { on: day, list: [{ sanction: 'reprimand' as const, effectiveOn: '2026-05-10' }] } }
    expect(guard('G-15', served, again)).toMatchObject({ answer: 'needsDecision', reason: 'sanction-to-consider' })
    const missed = {
      ratings: [2023, 2024, 2025].map((year) => ({ year, level: year === 2024 ? ('notCompleted' as const) : ('completed' as const) })),
    }
    expect(guard('G-12', missed, again).answer).toBe('needsDecision')
    expect(guard('G-12', missed, { ...again, rulebook: 'RB2022' }).answer).toBe('fail')
  })
})
