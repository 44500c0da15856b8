// The closed list of settings (procedure.md 10.1): where each is known, its default, and that one outside its rulebooks is refused.
import { describe, expect, test } from 'vitest'
import { CaseSettings } from '../../../workflows/rulebooks/settings.ts'
import { isSettingName, type SettingsOf, settingNamesFor, settingScopes, settingsFor } from '../../../workflows/rulebooks/settings-for.ts'
import { rulebookIds } from '../../../workflows/rulebooks/types.ts'

const everywhere = [
  'blankIs',
  'noOpinionIs',
  'bothTickedIs',
  'absenteeBallot',
  'candidateVotes',
  'countingTeam',
  'nonLocalGuard',
  'holidayTable',
  'resultValidityWarningMonths',
  'seatsPooling',
  'migrationAllowed',
  'smallDivisionThresholds',
]
const base: SettingsOf = { rulebook: 'RB2022', procedure: 'appointmentOnSite', overlays: [], track: 'civilServant' }
const beyond = (of: Partial<SettingsOf>) => settingNamesFor({ ...base, ...of }).filter((name) => !everywhere.includes(name))

describe('where a setting is known', () => {
  test('the list is the list of 10.1, and twelve of it are known everywhere', () => {
    expect(Object.keys(settingScopes).sort()).toEqual(Object.keys(CaseSettings.shape).sort())
    for (const rulebook of rulebookIds) {
      for (const procedure of ['appointmentOnSite', 'reappointment'] as const) {
        const known: readonly string[] = settingNamesFor({ ...base, rulebook, procedure })
        expect(everywhere.filter((name) => !known.includes(name))).toEqual([])
      }
    }
  })
  test.each<[Partial<SettingsOf>, readonly string[]]>([
    [{}, ['carryRule', 'singleCandidateExactlyHalf', 'announceDecisionResult']],
    [{ track: 'publicEmployee' }, ['singleCandidateExactlyHalf', 'announceDecisionResult']],
    [{ rulebook: 'RB2017' }, ['tieAtCut', 'hrHeadVotes', 'writeInAllowed', 'singleCandidateExactlyHalf', 'announceDecisionResult']],
    [{ rulebook: 'RB2025a' }, ['singleCandidateExactlyHalf', 'announceDecisionResult']],
    [{ rulebook: 'RB2025b' }, ['singleCandidateExactlyHalf', 'announceDecisionResult']],
    [{ rulebook: 'RB2026' }, ['quorumRequired', 'singleCandidateExactlyHalf']],
    [{ rulebook: 'RB2026', overlays: ['OV-AP2021'] }, ['quorumRequired', 'singleCandidateExactlyHalf', 'actionProgram']],
    [{ rulebook: 'RB2026', overlays: ['OV-142'] }, ['quorumRequired', 'singleCandidateExactlyHalf', 'headIntroducedOnly']],
    [{ procedure: 'reappointment' }, ['announceDecisionResult']],
    [{ rulebook: 'RB2017', procedure: 'reappointment' }, ['hrHeadVotes', 'announceDecisionResult']],
    [{ rulebook: 'RB2026', procedure: 'reappointment', overlays: ['OV-AP2021', 'OV-142'] }, ['quorumRequired']],
  ])('%j', (of, expected) => {
    expect(beyond(of)).toEqual(expected)
  })
  test('each fills a named gap, and none is law but the thresholds of the small division', () => {
    const shown = Object.fromEntries(Object.entries(settingScopes).map(([name, scope]) => [name, `${scope.article} ${scope.evidence}`]))
    expect(shown).toEqual({
      carryRule: 'C-03 DEFAULT',
      tieAtCut: '2.5 DEFAULT',
      blankIs: 'C-19 DEFAULT',
      noOpinionIs: '2.6 DEFAULT',
      bothTickedIs: '2.6 DEFAULT',
      absenteeBallot: '2.7 DEFAULT',
      candidateVotes: 'C-18 DEFAULT',
      hrHeadVotes: 'C-07 DEFAULT',
      quorumRequired: 'C-06 DEFAULT',
      writeInAllowed: 'C-05 DEFAULT',
      singleCandidateExactlyHalf: 'C-08 DEFAULT',
      announceDecisionResult: 'C-17 DEFAULT',
      actionProgram: '4.4 DEFAULT',
      countingTeam: '7.2 DEFAULT',
      nonLocalGuard: 'G-21 DEFAULT',
      holidayTable: '6 DEFAULT',
      resultValidityWarningMonths: '3.1.8 DEFAULT',
      seatsPooling: 'C-23 DEFAULT',
      migrationAllowed: '1.2 DEFAULT',
      headIntroducedOnly: '3.9 DEFAULT',
      smallDivisionThresholds: '3.1.5 TEXT',
    })
    expect([isSettingName('blankIs'), isSettingName('blank'), isSettingName('toString')]).toEqual([true, false, false])
  })
})

test('the defaults are the first values of 10.1', () => {
  expect(CaseSettings.parse({})).toEqual({
    carryRule: 'atLeast30',
    tieAtCut: 'includeAllTied',
    blankIs: 'invalid',
    noOpinionIs: 'valid',
    bothTickedIs: 'invalid',
    absenteeBallot: 'disallowed',
    candidateVotes: true,
    hrHeadVotes: false,
    quorumRequired: true,
    writeInAllowed: true,
    singleCandidateExactlyHalf: 'notSelected',
    announceDecisionResult: true,
    actionProgram: {
      pagesMax: 5,
      handInWorkingDays: 3,
      talkMinutes: 10,
      questionMinutes: 10,
      order: 'lot',
      othersWaitOutside: true,
      ap2b: false,
    },
    countingTeam: { size: 3, below8: 2, above100: 5 },
    nonLocalGuard: 'warn',
    holidayTable: 'vn',
    resultValidityWarningMonths: 6,
    seatsPooling: true,
    migrationAllowed: true,
    headIntroducedOnly: false,
    smallDivisionThresholds: { staff: 7, leaders: 2, allStaffBelow: 30 },
  })
})

test.each<[string, readonly unknown[], readonly unknown[]]>([
  ['carryRule', ['atLeast30', 'top2'], ['none', 'top3']],
  ['tieAtCut', ['includeAllTied', 'headSelects'], ['lot']],
  ['blankIs', ['invalid', 'validBlank'], ['valid']],
  ['noOpinionIs', ['valid', 'invalid'], ['blank']],
  ['bothTickedIs', ['invalid', 'noOpinion'], ['valid']],
  ['absenteeBallot', ['disallowed', 'sealedEnvelope'], ['proxy']],
  ['nonLocalGuard', ['warn', 'block'], ['off']],
  ['singleCandidateExactlyHalf', ['notSelected', 'headDecides'], ['selected']],
  ['candidateVotes', [true, false], ['true', 1]],
  ['resultValidityWarningMonths', [1, 6, 60], [0, 61, 1.5]],
  ['holidayTable', ['vn', 'none'], [7]],
  [
    'actionProgram',
    [
      {},
      { pagesMax: 1, handInWorkingDays: 0, talkMinutes: 1, questionMinutes: 0, order: 'alphabet' },
      { pagesMax: 50, handInWorkingDays: 60, talkMinutes: 240, questionMinutes: 240 },
    ],
    [
      { pagesMax: 0 },
      { pagesMax: 51 },
      { handInWorkingDays: -1 },
      { handInWorkingDays: 61 },
      { talkMinutes: 0 },
      { talkMinutes: 241 },
      { questionMinutes: -1 },
      { questionMinutes: 241 },
      { order: 'age' },
      { colour: 1 },
    ],
  ],
  [
    'countingTeam',
    [
      { size: 1, below8: 1, above100: 1 },
      { size: 15, below8: 15, above100: 15 },
    ],
    [{ size: 0 }, { size: 16 }, { below8: 0 }, { below8: 16 }, { above100: 0 }, { above100: 16 }, { people: 3 }],
  ],
  [
    'smallDivisionThresholds',
    [{ staff: 1, leaders: 1, allStaffBelow: 1 }],
    [{ staff: 0 }, { leaders: 0 }, { allStaffBelow: 0 }, { head: 1 }],
  ],
])('%s takes only its own values', (name, good, bad) => {
  for (const value of good) expect(CaseSettings.safeParse({ [name]: value }).success).toBe(true)
  for (const value of bad) expect(CaseSettings.safeParse({ [name]: value }).success).toBe(false)
})

describe('the settings a case is opened with', () => {
  const settings = (of: Partial<SettingsOf>, given: Record<string, unknown>) => settingsFor({ ...base, ...of }, given)
  test('what was given over the defaults, only those its rulebook knows', () => {
    const opened = settings({ rulebook: 'RB2026' }, { quorumRequired: false })
    expect(opened.ok && opened.value).toEqual({
      blankIs: 'invalid',
      noOpinionIs: 'valid',
      bothTickedIs: 'invalid',
      absenteeBallot: 'disallowed',
      candidateVotes: true,
      quorumRequired: false,
      singleCandidateExactlyHalf: 'notSelected',
      countingTeam: { size: 3, below8: 2, above100: 5 },
      nonLocalGuard: 'warn',
      holidayTable: 'vn',
      resultValidityWarningMonths: 6,
      seatsPooling: true,
      migrationAllowed: true,
      smallDivisionThresholds: { staff: 7, leaders: 2, allStaffBelow: 30 },
    })
  })
  test('names may be written in under RB2017, never under the action program', () => {
    const writeIn = (of: Partial<SettingsOf>, given = {}) => {
      const opened = settings({ rulebook: 'RB2017', ...of }, given)
      return opened.ok && opened.value.writeInAllowed
    }
    expect(writeIn({})).toBe(true)
    expect(writeIn({}, { writeInAllowed: false })).toBe(false)
    expect(writeIn({ overlays: ['OV-AP2021'] }, { writeInAllowed: true })).toBe(false)
    expect(writeIn({ overlays: ['OV-142'] })).toBe(true)
    expect(writeIn({ rulebook: 'RB2022', overlays: ['OV-AP2021'] })).toBeUndefined()
  })
  test.each<[Partial<SettingsOf>, Record<string, unknown>, object]>([
    [{}, { quorumRequired: true }, { code: 'setting-not-in-rulebook', setting: 'quorumRequired', rulebook: 'RB2022' }],
    [{ track: 'electedPost' }, { carryRule: 'atLeast30' }, { code: 'setting-not-in-rulebook', setting: 'carryRule', rulebook: 'RB2022' }],
    [{}, { actionProgram: {} }, { code: 'setting-not-in-rulebook', setting: 'actionProgram', rulebook: 'RB2022' }],
    [{}, { colour: 'red' }, { code: 'setting-not-in-rulebook', setting: 'colour', rulebook: 'RB2022' }],
    [{}, { blankIs: 'counted' }, { code: 'setting-unreadable', setting: 'blankIs' }],
    [{ overlays: ['OV-AP2021'] }, { actionProgram: { pagesMax: 0 } }, { code: 'setting-unreadable', setting: 'actionProgram.pagesMax' }],
  ])('%j %j is refused', (of, given, refusal) => {
    expect(settings(of, given)).toEqual({ ok: false, refusal })
  })
})
