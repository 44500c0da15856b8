// Biên bản hủy phiếu: by which decision, which bundles, how, by whom, before whom (documents.md A6.3, B7). The counts on record stay.
import { type BundleState, keepUntil } from '../../bundles/state.ts'
import type { CaseState } from '../../procedure/state.ts'
import { ballotKeeping } from '../../rulebooks/ballot-keeping.ts'
import { sealsWhole } from '../../wording/papers.ts'
import { meetingOf, postText, stageOf } from '../meeting.ts'
import { amount, dayInWords, first, momentInWords, sentence, shortDay } from '../official-text.ts'
import type { Block, SignBlock } from '../paper.ts'
import { headingText } from '../profile.ts'
import type { RequestedPaper } from '../requested.ts'
import { citizenIdFor, type PaperPeople } from '../sign-blocks.ts'
import { bundleName, keeperPlace } from './ballot-sealing-minutes.ts'

type Destruction = NonNullable<BundleState['destroyed']>

const destructionsOf = (state: CaseState): Destruction[] => [
  ...new Set(state.bundles.flatMap(({ destroyed }) => (destroyed ? [destroyed] : []))),
]

export const ballotDestructionMinutes: RequestedPaper = {
  kind: 'ballotDestructionMinutes',
  scope: 'case',
  sign: { party: 'BB', state: 'BB' },
  fields: [],
  tells: 'result',
  notYet: (state) => (destructionsOf(state).length > 0 ? null : { code: 'bundle-not-destroyed' }),
  say(state, due, people) {
    const all = destructionsOf(state)
    const destruction = all[Number(due.details.destruction) - 1] ?? all.at(-1)
    if (!destruction) throw new Error(`nothing destroyed for ${due.paperId}`)
    const { document, place, destroyedAt, method, team, witnesses, keeper, sealsFound = sealsWhole } = destruction
    const issuer = document.issuer === undefined ? '' : ` của ${document.issuer}`
    const heading = (no: number, words: string): Block => ({ type: 'heading', text: headingText(due.profile, no, words) })
    const person = (mark: string, { name, title }: { readonly name: string; readonly title: string }, end: string): Block => ({
      type: 'item',
      mark,
      text: `${name}, ${title}${end}`,
    })
    const listed = (people_: readonly { readonly name: string; readonly title: string }[]): Block[] =>
      people_.map((one, index) => person(`${index + 1}.`, one, index === people_.length - 1 ? '.' : ';'))
    return {
      title: 'BIÊN BẢN HỦY PHIẾU',
      abstract: `${first(postText(state))}`,
      blocks: [
        {
          type: 'paragraph',
          text: `Căn cứ văn bản số ${document.number}, ${dayInWords(document.date)}${issuer} về việc hủy phiếu; vào hồi ${momentInWords(destroyedAt)}, tại ${place}, Tổ hủy phiếu đã tiến hành hủy các gói phiếu của quy trình nhân sự đối với ${postText(state)}.`,
        },
        heading(1, 'THÀNH PHẦN'),
        { type: 'paragraph', text: 'Tổ hủy phiếu gồm:' },
        ...listed(team),
        { type: 'paragraph', text: `Người bảo quản, bàn giao gói phiếu: ${keeper.name}, ${keeper.title}.` },
        ...(witnesses.length > 0 ? [{ type: 'paragraph', text: 'Người chứng kiến:' } as const, ...listed(witnesses)] : []),
        heading(2, 'GÓI PHIẾU ĐÃ HỦY'),
        bundleTable(state, destruction),
        heading(3, 'CÁCH THỨC VÀ KẾT QUẢ'),
        {
          type: 'paragraph',
          text: sentence(`Trước khi hủy, Tổ hủy phiếu đã kiểm tra niêm phong của từng gói phiếu: ${sealsFound}`),
        },
        { type: 'paragraph', text: sentence(`Cách hủy: ${method}`) },
        {
          type: 'paragraph',
          text: 'Đến ngày hủy, không có khiếu nại, tố cáo chưa giải quyết xong liên quan đến các gói phiếu. Số liệu kiểm phiếu trong hồ sơ được giữ nguyên.',
        },
        {
          type: 'paragraph',
          style: 'italic',
          text: `Thời hạn bảo quản ${amount(ballotKeeping.months.value)} tháng đã hết. Căn cứ: ${ballotKeeping.months.article}.`,
        },
      ],
      signers: [...teamPlaces(team, people), { ...keeperPlace(keeper.name, people), column: 'right' }],
      recipients: [due.profile === 'STATE_ND30_2020' ? 'Lưu: VT, TCCB' : 'Lưu Văn phòng, hồ sơ nhân sự'],
    }
  },
}

function bundleTable(state: CaseState, { bundleIds }: Destruction): Block {
  const bundles = state.bundles.filter(({ sealed }) => bundleIds.includes(sealed.bundleId))
  const slips = ({ sealed }: BundleState): number => sealed.valid + sealed.invalid + sealed.unused + sealed.spoiled
  const rows = bundles.map((one) => {
    const conference = meetingOf(state, one.sealed.conferenceId)
    return [
      bundleName(one.sealed.bundleId),
      stageOf(state, conference).name,
      String(slips(one)),
      one.sealed.sealNo,
      shortDay(keepUntil(state, one) ?? one.sealed.keepUntil),
    ]
  })
  return {
    type: 'table',
    columns: [
      { title: 'Gói phiếu', align: 'left', widthMm: 24 },
      { title: 'Hội nghị', align: 'left' },
      { title: 'Số phiếu', align: 'right', widthMm: 16 },
      { title: 'Số niêm phong', align: 'left', widthMm: 34 },
      { title: 'Giữ đến hết', align: 'center', widthMm: 26 },
    ],
    rows: [...rows, ['Tổng số', '', String(bundles.reduce((sum, one) => sum + slips(one), 0)), '', '']],
  }
}

const teamPlaces = (team: Destruction['team'], people: PaperPeople): Omit<SignBlock, 'order'>[] =>
  team.map(({ name }, index) => {
    const citizenId = citizenIdFor(people, name)
    return {
      field: `ky.to_huy_phieu_${index + 1}`,
      role: 'to-huy-phieu',
      officeTitle: index === 0 ? 'TỔ TRƯỞNG TỔ HỦY PHIẾU' : 'THÀNH VIÊN',
      personId: people.personIds?.[name] ?? '',
      personName: name,
      ...(citizenId !== undefined && { citizenId }),
      column: 'left',
      required: true,
    }
  })
