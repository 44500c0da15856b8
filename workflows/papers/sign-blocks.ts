// Who signs which paper, in which order, in which field (documents.md B2.1; procedure.md 7.4).
import type { ConferenceState } from '../conference/state.ts'
import type { CaseState } from '../procedure/state.ts'
import type { MeetingDue } from './due.ts'
import { inviteeOf, meetingOf } from './meeting.ts'
import type { PaperProfile, SignBlock } from './paper.ts'
import { exceptionAt } from './signer-exception.ts'

export type Signer = { readonly personId: string; readonly name: string; readonly citizenId?: string }
/** What the case does not hold itself: citizen numbers by person, and the head of the HR body, who signs the result table. */
export type PaperPeople = {
  readonly citizenIds: Readonly<Record<string, string>>
  readonly hrHead?: Signer & { readonly title: string }
  /** The only other one who prepares papers there: made the result table. */
  readonly tableMaker?: Signer
  /** People of the office whose names are no namesakes: id and citizen number by name, for signers typed with a request. */
  readonly personIds?: Readonly<Record<string, string>>
  readonly citizenIdsByName?: Readonly<Record<string, string>>
}

/** The number of the only person of the office with this name. */
export const citizenIdFor = (people: PaperPeople, name: string): string | undefined => people.citizenIdsByName?.[name]

type Place = Pick<SignBlock, 'field' | 'role' | 'officeTitle' | 'column'>
/** `earlier`: the field of the same signer in papers of earlier versions of this app, which exceptions recorded then still name. */
type Signing = readonly [place: Place, signer: Signer, earlier?: string]

/** The places to sign of a paper, in order. Throws when a result table has nobody to sign it. */
export function signBlocksFor(state: CaseState, due: MeetingDue, profile: PaperProfile, people: PaperPeople): SignBlock[] {
  const conference = meetingOf(state, due.conferenceId)
  const places = placesOf(conference, due, profile, people)
  return places.map(([place, signer, earlier = place.field], index) => {
    const allowedAt = (field: string) => exceptionAt(state, due.kind, conference.conferenceId, field)
    const exception = allowedAt(place.field) ?? allowedAt(earlier)
    const { name, citizenId } = exception?.allowed ?? {
      name: signer.name,
      citizenId: signer.citizenId ?? people.citizenIds[signer.personId],
    }
    return {
      order: index + 1,
      ...place,
      ...(exception && {
        authority: 'KÝ THAY',
        insteadOf: { expected: exception.expected, reason: exception.reason, document: exception.document },
      }),
      personId: exception ? (people.personIds?.[name] ?? '') : signer.personId,
      personName: name,
      ...(citizenId !== undefined && { citizenId }),
      required: true,
    }
  })
}

function placesOf(conference: ConferenceState, due: MeetingDue, profile: PaperProfile, people: PaperPeople): Signing[] {
  const isState = profile === 'STATE_ND30_2020'
  const chairTitle = isState ? 'CHỦ TỌA' : 'CHỦ TRÌ HỘI NGHỊ'
  const chair: Signing = [
    { field: 'ky.chu_tri', role: 'chu-tri', officeTitle: chairTitle, column: 'right' },
    inviteeOf(conference, conference.convened.chair),
  ]
  switch (due.kind) {
    case 'voteCountMinutes':
      return [...teamPlaces(conference), chair]
    case 'conferenceMinutes': {
      const officeTitle = isState ? 'THƯ KÝ' : 'NGƯỜI GHI BIÊN BẢN'
      return [
        [{ field: 'ky.thu_ky', role: 'thu-ky', officeTitle, column: 'left' }, inviteeOf(conference, conference.convened.secretary)],
        chair,
      ]
    }
    case 'voteSummary': {
      const { hrHead, tableMaker } = people
      if (!hrHead) throw new Error('a result table is signed by the head of the HR body, who was not named')
      const officeTitle = hrHead.title.toUpperCase()
      const made: Signing[] = tableMaker
        ? [[{ field: 'ky.nguoi_lap_bieu', role: 'nguoi-lap-bieu', officeTitle: 'NGƯỜI LẬP BIỂU', column: 'left' }, tableMaker]]
        : []
      return [...made, [{ field: 'ky.phu_trach_to_chuc_can_bo', role: 'phu-trach-to-chuc-can-bo', officeTitle, column: 'right' }, hrHead]]
    }
  }
}

/** Who writes a paper of a meeting: its secretary; the secretary of the counting team, else its head; the head of the HR body. */
export function writerOf(conference: ConferenceState, kind: MeetingDue['kind'], people: PaperPeople): string | undefined {
  switch (kind) {
    case 'conferenceMinutes':
      return inviteeOf(conference, conference.convened.secretary).name
    case 'voteCountMinutes': {
      const members = conference.team?.members ?? []
      return (members.find(({ role }) => role === 'secretary') ?? members.find(({ role }) => role === 'head'))?.name
    }
    case 'voteSummary':
      return (people.tableMaker ?? people.hrHead)?.name
  }
}

/** The head first, then the members as they were adopted. A field says the role: every check names a signature by it. */
function teamPlaces(conference: ConferenceState): Signing[] {
  const members = conference.team?.members ?? []
  const heads = members.filter((one) => one.role === 'head')
  const others = members.filter((one) => one.role !== 'head')
  return [
    ...heads.map(
      (one): Signing => [
        { field: 'ky.to_truong_kiem_phieu', role: 'to-truong-kiem-phieu', officeTitle: 'TỔ TRƯỞNG', column: 'left' },
        signerOf(one),
      ],
    ),
    ...others.map((one, index): Signing => {
      // By the place in the team, with or without a secretary before: what was once the field of one is never that of another.
      const field = `ky.thanh_vien_${index + 1}`
      if (one.role === 'member') return [{ field, role: 'thanh-vien-kiem-phieu', officeTitle: 'THÀNH VIÊN', column: 'left' }, signerOf(one)]
      const before = others.slice(0, index).filter(({ role }) => role === 'secretary').length
      return [
        {
          field: before === 0 ? 'ky.thu_ky_kiem_phieu' : `ky.thu_ky_kiem_phieu_${before + 1}`,
          role: 'thu-ky-kiem-phieu',
          officeTitle: 'THƯ KÝ TỔ KIỂM PHIẾU',
          column: 'left',
        },
        signerOf(one),
        field,
      ]
    }),
  ]
}

const signerOf = (one: Signer & { readonly citizenId?: string | undefined }): Signer => ({
  personId: one.personId,
  name: one.name,
  ...(one.citizenId !== undefined && { citizenId: one.citizenId }),
})
