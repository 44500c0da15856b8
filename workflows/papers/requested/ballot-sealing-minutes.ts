// Biên bản niêm phong phiếu: what was put under seal after the count, who keeps it where and until when (documents.md A6.3, B7).
import { type BundleState, bundleOf } from '../../bundles/state.ts'
import type { ConferenceState } from '../../conference/state.ts'
import { type CaseState, findConference } from '../../procedure/state.ts'
import { ballotKeeping } from '../../rulebooks/ballot-keeping.ts'
import type { RequestedDue } from '../due.ts'
import { inviteeOf, meetingOf, postText, stageOf } from '../meeting.ts'
import { amount, dayInWords, momentInWords, shortDay } from '../official-text.ts'
import type { Block, PaperProfile, SignBlock } from '../paper.ts'
import { headingText } from '../profile.ts'
import type { RequestedPaper } from '../requested.ts'
import { citizenIdFor, type PaperPeople } from '../sign-blocks.ts'

/** The bundle the minutes are about: the one named with the request, else the latest of the meeting. */
function bundleFor(state: CaseState, { conferenceId, details }: Pick<RequestedDue, 'conferenceId' | 'details'>): BundleState | undefined {
  const here = state.bundles.filter((one) => one.sealed.conferenceId === conferenceId)
  return here.find((one) => one.sealed.bundleId === details.bundle) ?? here.at(-1)
}

/** `Gói số 03`. */
export const bundleName = (bundleId: string): string => `Gói số ${bundleId.replace(/^goi-/, '')}`

export const ballotSealingMinutes: RequestedPaper = {
  kind: 'ballotSealingMinutes',
  scope: 'meeting',
  sign: { party: 'BB', state: 'BB' },
  fields: [],
  tells: 'result',
  notYet(state, { conferenceId }) {
    const conference = conferenceId === undefined ? undefined : findConference(state, conferenceId)
    return conference && state.bundles.some((one) => one.sealed.conferenceId === conferenceId) ? null : { code: 'bundle-not-sealed' }
  },
  say(state, due, people) {
    const bundle = bundleFor(state, due)
    const conference = meetingOf(state, due.conferenceId ?? '')
    if (!bundle) throw new Error(`no bundle for ${due.paperId}`)
    const { sealed } = bundle
    const stage = stageOf(state, conference)
    const slip = stage.ballot?.paperTitle.value.toLowerCase() ?? 'phiếu'
    const heading = (no: number, words: string): Block => ({ type: 'heading', text: headingText(due.profile, no, words) })
    return {
      title: 'BIÊN BẢN NIÊM PHONG PHIẾU',
      abstract: `Đối với ${postText(state)} tại ${stage.name}`,
      blocks: [
        {
          type: 'paragraph',
          text: `Vào hồi ${momentInWords(sealed.sealedAt)}, tại ${conference.convened.place}, sau khi kiểm ${slip} tại ${stage.name} của ${state.opened.organisation.name}, Tổ kiểm phiếu đã niêm phong toàn bộ phiếu trước sự chứng kiến của người chủ trì hội nghị và bàn giao cho người bảo quản.`,
        },
        ...roundBlocks(conference, bundle),
        heading(1, 'GÓI PHIẾU'),
        { type: 'facts', rows: bundleRows(bundle) },
        heading(2, 'BẢO QUẢN'),
        { type: 'facts', rows: keepingRows(bundle) },
        {
          type: 'paragraph',
          text: 'Không ai được mở niêm phong nếu chưa có quyết định của cấp có thẩm quyền. Gói phiếu được giữ nguyên trong thời gian giải quyết khiếu nại, tố cáo; việc hủy phiếu chỉ thực hiện sau khi hết thời hạn bảo quản, theo quyết định bằng văn bản và có biên bản.',
        },
        {
          type: 'paragraph',
          style: 'italic',
          text: `Thời hạn bảo quản: ${amount(ballotKeeping.months.value)} tháng, tính từ ngày ban hành quyết định về nhân sự hoặc ngày hội nghị, lấy ngày muộn hơn. Căn cứ: ${ballotKeeping.months.article}.`,
        },
      ],
      signers: signersOf(conference, bundle, due.profile, people),
      recipients: [due.profile === 'STATE_ND30_2020' ? 'Lưu: VT, TCCB, gói phiếu' : 'Lưu Văn phòng, gói phiếu'],
    }
  },
}

function roundBlocks(conference: ConferenceState, { sealed }: BundleState): Block[] {
  const blocks: Block[] = []
  const reason = conference.voided[sealed.round - 1]
  if (reason !== undefined) {
    blocks.push({
      type: 'paragraph',
      text: `Phiếu thuộc lượt bỏ phiếu thứ ${amount(sealed.round)}, đã bị hủy và bỏ phiếu lại; không tính vào kết quả. Lý do: ${reason}.`,
    })
  }
  if (sealed.replaces !== undefined) {
    blocks.push({
      type: 'paragraph',
      text: `Gói phiếu này thay thế ${bundleName(sealed.replaces).toLowerCase()}, đã mở niêm phong${openedUnder(sealed)} để kiểm lại theo bản đính chính kết quả.`,
    })
  }
  return blocks
}

const openedUnder = ({ openedBy }: BundleState['sealed']): string =>
  openedBy === undefined
    ? ''
    : ` theo văn bản số ${openedBy.number}, ngày ${shortDay(openedBy.date)}${openedBy.issuer === undefined ? '' : ` của ${openedBy.issuer}`}`

/** What lies in a bundle, line by line. */
export function bundleRows({ sealed }: BundleState): [string, string][] {
  const { valid, invalid, unused, spoiled } = sealed
  return [
    ['Ký hiệu gói phiếu', bundleName(sealed.bundleId)],
    ['Phiếu hợp lệ', `${amount(valid)} phiếu`],
    ['Phiếu không hợp lệ', `${amount(invalid)} phiếu`],
    ['Phiếu chưa phát', `${amount(unused)} phiếu`],
    ...(spoiled > 0 ? [['Phiếu hỏng, đã thu lại', `${amount(spoiled)} phiếu`] as [string, string]] : []),
    ['Tổng số phiếu niêm phong', `${amount(valid + invalid + unused + spoiled)} phiếu`],
    ['Số phong bì', `${amount(sealed.envelopes)} phong bì`],
    ['Số niêm phong', sealed.sealNo],
  ]
}

const keepingRows = ({ sealed }: BundleState): [string, string][] => [
  ['Người bảo quản', `${sealed.keeper.name}, ${sealed.keeper.title}`],
  ['Nơi bảo quản', sealed.place],
  ['Giữ ít nhất đến hết', dayInWords(sealed.keepUntil)],
]

/** Head of the team, chair, keeper (documents.md A6.3). */
function signersOf(
  conference: ConferenceState,
  { sealed }: BundleState,
  profile: PaperProfile,
  people: PaperPeople,
): Omit<SignBlock, 'order'>[] {
  const head = conference.team?.members.find((one) => one.role === 'head') ?? conference.team?.members[0]
  const chair = inviteeOf(conference, conference.convened.chair)
  const chairId = people.citizenIds[chair.personId]
  const headId = head && (head.citizenId ?? people.citizenIds[head.personId])
  return [
    ...(head
      ? [
          {
            field: 'ky.to_truong_kiem_phieu',
            role: 'to-truong-kiem-phieu',
            officeTitle: 'TỔ TRƯỞNG TỔ KIỂM PHIẾU',
            personId: head.personId,
            personName: head.name,
            ...(headId !== undefined && { citizenId: headId }),
            column: 'left',
            required: true,
          } as const,
        ]
      : []),
    {
      field: 'ky.chu_tri',
      role: 'chu-tri',
      officeTitle: profile === 'STATE_ND30_2020' ? 'CHỦ TỌA' : 'CHỦ TRÌ HỘI NGHỊ',
      personId: chair.personId,
      personName: chair.name,
      ...(chairId !== undefined && { citizenId: chairId }),
      column: 'right',
      required: true,
    },
    keeperPlace(sealed.keeper.name, people),
  ]
}

/** Whoever keeps the bundles: named in the act, an account of the office or not. */
export function keeperPlace(name: string, people: PaperPeople): Omit<SignBlock, 'order'> {
  const citizenId = citizenIdFor(people, name)
  return {
    field: 'ky.nguoi_bao_quan',
    role: 'nguoi-bao-quan',
    officeTitle: 'NGƯỜI BẢO QUẢN',
    personId: people.personIds?.[name] ?? '',
    personName: name,
    ...(citizenId !== undefined && { citizenId }),
    column: 'left',
    required: true,
  }
}

/** For vote-count minutes: what was sealed before the meeting was closed, or all of it once they are made anew. */
export function bundlesToldOf(state: CaseState, conference: ConferenceState, isRemade: boolean): readonly BundleState[] {
  const closedAt = conference.closed?.closedAt
  const rounds = conference.voided.length + 1
  return Array.from({ length: rounds }, (_, index) => bundleOf(state, conference.conferenceId, index + 1)).filter(
    (one): one is BundleState =>
      one !== undefined && (isRemade || closedAt === undefined || Date.parse(one.sealed.sealedAt) <= Date.parse(closedAt)),
  )
}
