// The text border of `tally`: what can be read, what is a fault and at which field, and the line and exit code of each answer.
import { describe, expect, test } from 'vitest'
import { maxInputBytes, readTallyInput, tally, tallyText } from '../../../workflows/conference/tally-input.ts'

const good = {
  rulebook: 'RB2022',
  procedure: 'appointmentOnSite',
  stage: 'expandedNomination',
  count: { convenedRaw: 24, present: 20, votes: { A: 12, B: 8 } },
}
const withCount = (count: Record<string, unknown>) => ({ ...good, count: { ...good.count, ...count } })
const withContext = (context: unknown) => ({ ...good, context })
const withSettings = (settings: Record<string, unknown>, rulebook = 'RB2022') => ({ ...good, rulebook, context: { settings } })
const read = (value: unknown) => readTallyInput(JSON.stringify(value))
const fault = (field: string) => ({ fault: { field } })

describe('a fault names its field', () => {
  test.each<[string, unknown, string]>([
    ['not an object', 5, 'input'],
    ['null', null, 'input'],
    ['a string', 'RB2022', 'input'],
    ['unknown rulebook', { ...good, rulebook: 'RB2025' }, 'rulebook'],
    ['rulebook of an overlay', { ...good, rulebook: 'OV-142' }, 'rulebook'],
    ['missing rulebook', { ...good, rulebook: undefined }, 'rulebook'],
    ['unknown procedure', { ...good, procedure: 'extension' }, 'procedure'],
    ['unknown stage word', { ...good, stage: 'step2' }, 'stage'],
    ['a word of every object', { ...good, stage: 'constructor' }, 'stage'],
    ['missing count', { ...good, count: undefined }, 'count'],
    ['count is a list', { ...good, count: [] }, 'count'],
    ['unknown field', { ...good, note: 'x' }, 'note'],
    ['unknown field of the count', withCount({ absent: 1 }), 'count.absent'],
    ['missing convened', withCount({ convenedRaw: undefined }), 'count.convenedRaw'],
    ['missing present', withCount({ present: undefined }), 'count.present'],
    ['nobody convened', withCount({ convenedRaw: 0 }), 'count.convenedRaw'],
    ['no members', withCount({ membersTotal: 0 }), 'count.membersTotal'],
    ['no seats', withCount({ seats: 0 }), 'count.seats'],
    ['negative', withCount({ present: -1 }), 'count.present'],
    ['fraction', withCount({ ballotsIssued: 1.5 }), 'count.ballotsIssued'],
    ['text for a number', withCount({ ballotsValid: '20' }), 'count.ballotsValid'],
    ['null for a number', withCount({ ballotsBlank: null }), 'count.ballotsBlank'],
    ['beyond 2^53-1', withCount({ present: 2 ** 53 }), 'count.present'],
    ['votes are a list', withCount({ votes: [1] }), 'count.votes'],
    ['votes are null', withCount({ votes: null }), 'count.votes'],
    ['negative votes', withCount({ votes: { A: -1 } }), 'count.votes.A'],
    ['fraction of a vote', withCount({ votes: { A: 0.5 } }), 'count.votes.A'],
    ['a name without letters', withCount({ votes: { '': 1 } }), 'count.votes.'],
    ['a name that is no text', withCount({ votes: { '\ud800': 1 } }), 'count.votes.\ud800'],
    ['one name in two spellings', withCount({ votes: { Bình: 1, ['Bình'.normalize('NFD')]: 2 } }), 'count.votes.Bình'],
    ['agreeing where names are chosen', withCount({ agree: 3 }), 'count.agree'],
    ['disagreeing where names are chosen', withCount({ votes: undefined, agree: 2, disagree: 3 }), 'count.agree'],
    ['context is a list', withContext([]), 'context'],
    ['context is null', withContext(null), 'context'],
    ['unknown field of the context', withContext({ head: 'A' }), 'context.head'],
    ['carriedFrom is no list', withContext({ carriedFrom: 'A' }), 'context.carriedFrom'],
    ['carriedFrom holds a number', withContext({ carriedFrom: ['A', 3] }), 'context.carriedFrom.1'],
    ['carriedFrom twice', withContext({ carriedFrom: ['A', 'B', 'A'] }), 'context.carriedFrom.2'],
    ['introducedByHead empty', withContext({ introducedByHead: '' }), 'context.introducedByHead'],
    ['headVacant is a word', withContext({ headVacant: 'yes' }), 'context.headVacant'],
    ['settings are a list', withContext({ settings: [] }), 'context.settings'],
    ['unknown setting', withSettings({ threshold: 40 }), 'context.settings.threshold'],
    ['a word of every object as setting', withSettings({ constructor: 1 }), 'context.settings.constructor'],
    ['unknown value', withSettings({ blankIs: 'counted' }), 'context.settings.blankIs'],
    ['value of another kind', withSettings({ candidateVotes: 'true' }), 'context.settings.candidateVotes'],
    ['a part of a setting', withSettings({ actionProgram: { pagesMax: 0 } }), 'context.settings.actionProgram.pagesMax'],
    ['tieAtCut outside RB2017', withSettings({ tieAtCut: 'includeAllTied' }), 'context.settings.tieAtCut'],
    ['writeInAllowed outside RB2017', withSettings({ writeInAllowed: true }), 'context.settings.writeInAllowed'],
    ['carryRule outside RB2022', withSettings({ carryRule: 'atLeast30' }, 'RB2025a'), 'context.settings.carryRule'],
    ['quorumRequired outside RB2026', withSettings({ quorumRequired: true }), 'context.settings.quorumRequired'],
    [
      'announceDecisionResult in RB2026',
      withSettings({ announceDecisionResult: true }, 'RB2026'),
      'context.settings.announceDecisionResult',
    ],
    ['hrHeadVotes outside RB2017', withSettings({ hrHeadVotes: false }), 'context.settings.hrHeadVotes'],
  ])('%s', (_, value, field) => {
    expect(read(value)).toEqual(fault(field))
  })

  test.each([
    ['not JSON', '{', 'input'],
    ['empty', '', 'input'],
    ['a duplicate key', '{"rulebook":"RB2022","rulebook":"RB2017"}', 'rulebook'],
    ['a duplicate name', '{"count":{"votes":{"A":1,"\\u0041":2}}}', 'A'],
    ['beyond 2^53-1, written out', JSON.stringify(good).replace('"present":20', '"present":9007199254740993'), 'count.present'],
  ])('%s', (_, text, field) => {
    expect(readTallyInput(text)).toEqual(fault(field))
  })

  test('opinions must not contradict the votes of the one person', () => {
    const approval = (count: object) =>
      read({ ...good, procedure: 'reappointment', stage: 'leadershipDecision', count: { convenedRaw: 9, present: 9, ...count } })
    expect(approval({ agree: 5, votes: { A: 4 } })).toEqual(fault('count.agree'))
    expect(approval({ disagree: 5 })).toEqual(fault('count.agree'))
    expect(approval({ noOpinion: 1 })).toEqual(fault('count.agree'))
    expect(approval({ agree: 5, votes: { A: 5, B: 5 } })).toEqual(fault('count.agree'))
    expect(approval({ disagree: 5, votes: { A: 5, B: 5 } })).toEqual(fault('count.disagree'))
    for (const fine of [
      { agree: 5 },
      { agree: 5, votes: { A: 5 } },
      { disagree: 4, votes: { A: 5 } },
      { agree: 5, votes: {} },
      { votes: { A: 5, B: 4 } },
    ]) {
      expect(approval(fine)).toHaveProperty('count', expect.objectContaining(fine))
    }
  })

  test('at a divergence ballot nobody agrees either; a stage the rulebook lacks is a refusal, not a fault', () => {
    expect(read({ ...good, stage: 'divergenceBallot', count: { convenedRaw: 9, present: 9, agree: 3 } })).toEqual(fault('count.agree'))
    expect(tallyText(JSON.stringify({ ...good, stage: 'leadershipOrientation' }))).toEqual({
      lines: ['{"refusal":{"code":"stage-not-in-rulebook","stage":"leadershipOrientation","rulebook":"RB2022"}}'],
      exit: 1,
    })
  })
})

describe('size', () => {
  const padded = (bytes: number) => {
    const text = JSON.stringify(good)
    return text + ' '.repeat(bytes - text.length)
  }
  test('1 MB is read, one byte more is not', () => {
    expect(readTallyInput(padded(maxInputBytes))).toHaveProperty('rulebook')
    expect(readTallyInput(padded(maxInputBytes + 1))).toEqual(fault('input'))
    expect(maxInputBytes).toBe(1_048_576)
  })
  test.each([
    ['é', 2],
    ['ệ', 3],
    ['𝄞', 4],
    ['\u007f', 1],
    ['\u0080', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['\uffff', 3],
    ['\u{10000}', 4],
  ])('%s is %i bytes', (letter, bytes) => {
    const wide = JSON.stringify({ x: letter.repeat(1000) })
    const plain = wide.length - letter.length * 1000
    const room = maxInputBytes - plain - bytes * 1000
    expect(readTallyInput(wide + ' '.repeat(room))).toEqual(fault('x'))
    expect(readTallyInput(wide + ' '.repeat(room + 1))).toEqual(fault('input'))
  })
})

describe('what is read', () => {
  test('everything known is kept as given; names become NFC', () => {
    const full = {
      rulebook: 'RB2026',
      procedure: 'reappointment',
      stage: 'keyOfficialsConsultation',
      count: {
        membersTotal: 50,
        convenedRaw: 45,
        excusedForceMajeure: 1,
        present: 40,
        ballotsPrepared: 44,
        ballotsIssued: 40,
        ballotsCollected: 39,
        ballotsValid: 38,
        ballotsInvalid: 1,
        ballotsBlank: 0,
        seats: 1,
        votes: { 'Trần Bình': 30 },
        agree: 30,
        disagree: 6,
        noOpinion: 2,
      },
      context: {
        carriedFrom: ['Trần Bình'],
        introducedByHead: 'Trần Bình',
        headVacant: true,
        settings: { blankIs: 'validBlank', quorumRequired: false, countingTeam: { size: 5, below8: 2, above100: 7 } },
      },
    }
    expect(readTallyInput(JSON.stringify(full).normalize('NFD'))).toEqual(full)
  })
  test('a partial setting is filled up; headVacant false is the same as left out; 1.0 is 1 and -0 is 0', () => {
    const text = JSON.stringify(withContext({ headVacant: false, settings: { actionProgram: { ap2b: true } } })).replace(
      '"present":20',
      '"present":20.0,"ballotsBlank":-0',
    )
    const value = readTallyInput(text)
    expect(value).toMatchObject({ count: { present: 20 }, context: { settings: { actionProgram: { ap2b: true, pagesMax: 5 } } } })
    expect(value).not.toHaveProperty('context.headVacant')
    expect('count' in value && Object.is(value.count.ballotsBlank, 0)).toBe(true)
  })
  test('the largest number is 2^53-1', () => {
    expect(read(withCount({ convenedRaw: Number.MAX_SAFE_INTEGER }))).toHaveProperty('count.convenedRaw', 9_007_199_254_740_991)
  })
  test('what was left out stays out', () => {
    expect(read(good)).toStrictEqual(good)
    expect(read(withContext({}))).toStrictEqual({ ...good, context: {} })
  })
})

describe('answers', () => {
  test('one line of JSON with the keys in the order of the issue, exit 0', () => {
    expect(tallyText(JSON.stringify(good))).toEqual({
      lines: [
        '{"outcome":"carried","selected":[],"carried":["A","B"],"base":{"name":"convened","value":24},"percent":{"A":"50,00","B":"33,33"},"announced":false,"clause":"Điểm b khoản 2 Điều 46 NĐ 115/2020/NĐ-CP (sửa đổi bởi NĐ 85/2023/NĐ-CP)","next":"leadershipReview"}',
      ],
      exit: 0,
    })
  })
  test('a refusal is exit 1, a fault exit 2; of an array the worst counts and every element is answered', () => {
    const refused = withCount({ ballotsCollected: 21 })
    const text = (value: unknown) => tallyText(JSON.stringify(value))
    const line = '{"refusal":{"code":"collected-exceeds-issued","ballotsCollected":21,"ballotsIssued":20}}'
    expect(text(refused)).toEqual({ lines: [line], exit: 1 })
    expect(text([good, refused]).exit).toBe(1)
    expect(text([refused, good]).exit).toBe(1)
    expect(text([refused, { ...good, note: 1 }, good]).exit).toBe(2)
    expect(text([refused, { ...good, note: 1 }, good]).lines.slice(0, 2)).toEqual([line, '{"fault":{"field":"note"}}'])
    expect(text([good, good])).toEqual({ lines: [...text(good).lines, ...text(good).lines], exit: 0 })
    expect(text([])).toEqual({ lines: [], exit: 0 })
    expect(text([[good]])).toEqual({ lines: ['{"fault":{"field":"input"}}'], exit: 2 })
    expect(tallyText('nonsense')).toEqual({ lines: ['{"fault":{"field":"input"}}'], exit: 2 })
    expect(tally({ fault: { field: 'count' } })).toEqual({ line: '{"fault":{"field":"count"}}', exit: 2 })
  })
  test('the answer does not depend on the order the input was written in', () => {
    const one = JSON.stringify({ ...good, count: { convenedRaw: 24, present: 20, votes: { A: 8, B: 8, D: 4 } } })
    const other = JSON.stringify({ ...good, count: { votes: { D: 4, B: 8, A: 8 }, present: 20, convenedRaw: 24 } })
    expect(tallyText(other)).toEqual(tallyText(one))
  })
  test('a name called __proto__ is answered like any other', () => {
    const text = JSON.stringify(good).replace('"A"', '"__proto__"')
    expect(tallyText(text).lines[0]).toContain('"percent":{"__proto__":"50,00","B":"33,33"}')
  })
})
