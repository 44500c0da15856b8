import { expect, test } from 'vitest'
import { papersOwed } from '../../../workflows/papers/due.ts'
import { signBlocksFor } from '../../../workflows/papers/sign-blocks.ts'
import { checkSubject } from '../../../workflows/wording/check-subjects.ts'
import { drawOne, drawOwed, folded } from './drawing.ts'
import { closed, correction, dullCase, expandedId, meeting, opened, people } from './dull-case.ts'

const drawnAt = (facts: typeof dullCase) => {
  const { drawn } = drawOwed(folded('c1', facts))
  const [minutes, conference] = drawn
  if (!minutes || !conference) throw new Error('two papers are owed')
  return { minutes, conference, drawn }
}

test('vote-count minutes say every number of the box and who signs', () => {
  expect(drawnAt(dullCase).minutes.paper).toMatchInlineSnapshot(`
    {
      "abstract": "Phiếu giới thiệu nhân sự bổ nhiệm chức vụ Phó Giám đốc Sở tại Hội nghị tập thể lãnh đạo mở rộng",
      "blocks": [
        {
          "text": "Tại Hội nghị tập thể lãnh đạo mở rộng của Sở Nội vụ, khai mạc vào hồi 08 giờ 00 phút, ngày 14 tháng 3 năm 2023, tại Phòng họp số 1, Tổ kiểm phiếu đã tiến hành phát phiếu, thu phiếu và kiểm phiếu giới thiệu nhân sự (bỏ phiếu kín) đối với chức vụ Phó Giám đốc Sở; số lượng: 01.",
          "type": "paragraph",
        },
        {
          "text": "I. TỔ KIỂM PHIẾU",
          "type": "heading",
        },
        {
          "mark": "1.",
          "text": "Tổ trưởng: Đỗ Văn Đức;",
          "type": "item",
        },
        {
          "mark": "2.",
          "text": "Thư ký: Võ Thị Yến.",
          "type": "item",
        },
        {
          "text": "Tổ kiểm phiếu được hội nghị biểu quyết thông qua bằng hình thức giơ tay: 3/3 người tán thành. Người chứng kiến: Phạm Văn Bằng, chủ trì hội nghị.",
          "type": "paragraph",
        },
        {
          "text": "II. SỐ NGƯỜI VÀ SỐ PHIẾU",
          "type": "heading",
        },
        {
          "rows": [
            [
              "Số người được triệu tập",
              "04 người có quyền bỏ phiếu",
            ],
            [
              "Số người có mặt",
              "03 người",
            ],
            [
              "Số người vắng mặt",
              "01 người",
            ],
            [
              "Dự, không bỏ phiếu",
              "01 người",
            ],
            [
              "Số thành viên",
              "04 người",
            ],
            [
              "Số phiếu in",
              "04 phiếu, có dấu treo của đơn vị triệu tập hội nghị",
            ],
            [
              "Số phiếu phát ra",
              "03 phiếu",
            ],
            [
              "Số phiếu thu về",
              "03 phiếu",
            ],
            [
              "Số phiếu hợp lệ",
              "02 phiếu",
            ],
            [
              "Số phiếu không hợp lệ",
              "01 phiếu (chọn quá số lượng: 01)",
            ],
            [
              "Số phiếu chưa phát",
              "01 phiếu, đã niêm phong",
            ],
            [
              "Cân đối số phiếu in",
              "in 04 = phát ra 03 + chưa phát 01",
            ],
            [
              "Phát phiếu, thu phiếu",
              "từ 08 giờ 40 phút đến 08 giờ 50 phút cùng ngày",
            ],
          ],
          "type": "facts",
        },
        {
          "text": "III. KẾT QUẢ KIỂM PHIẾU",
          "type": "heading",
        },
        {
          "columns": [
            {
              "align": "center",
              "title": "TT",
              "widthMm": 10,
            },
            {
              "align": "left",
              "title": "Họ và tên",
            },
            {
              "align": "left",
              "title": "Chức vụ hiện tại",
              "widthMm": 54,
            },
            {
              "align": "right",
              "title": "Số phiếu",
              "widthMm": 17,
            },
            {
              "align": "right",
              "title": "Tỷ lệ trên số người được triệu tập",
              "widthMm": 40,
            },
          ],
          "rows": [
            [
              "1",
              "Trần Thị An",
              "Trưởng phòng",
              "1",
              "1/4 = 25,00%",
            ],
            [
              "2",
              "Lê Văn Ân",
              "Trưởng phòng",
              "1",
              "1/4 = 25,00%",
            ],
          ],
          "type": "table",
        },
        {
          "style": "bold",
          "text": "Không có nhân sự đạt trên 50%; các nhân sự đủ điều kiện chuyển sang hội nghị tiếp theo: Trần Thị An, 1/4 = 25,00% (người được triệu tập); Lê Văn Ân, 1/4 = 25,00% (người được triệu tập).",
          "type": "paragraph",
        },
        {
          "style": "italic",
          "text": "Căn cứ: Điểm b khoản 2 Điều 46 NĐ 115/2020/NĐ-CP.",
          "type": "paragraph",
        },
        {
          "text": "Việc kiểm phiếu kết thúc vào hồi 09 giờ 05 phút, ngày 14 tháng 3 năm 2023. Biên bản lập thành 02 bản có giá trị như nhau; số liệu gốc ở tệp record.json gắn kèm.",
          "type": "paragraph",
        },
      ],
      "date": "2023-03-14",
      "isSample": false,
      "issuingBody": "SỞ NỘI VỤ",
      "kind": "voteCountMinutes",
      "numberAndSign": "Số: /BB-SNV",
      "paperId": "c1-1-bbkp-1",
      "place": "Tỉnh Mẫu",
      "profile": "STATE_ND30_2020",
      "proof": {
        "logRoot": "egus9/VA42N8+xIwG2TnlqR8EmDvrjQP1weMk5SZIxA=",
        "logSize": 214,
        "recordSha256": "4d8c11dc531e45b01cee3459223a0caef6e922e179869a2f4035139f892cada0",
        "stageId": "c1.expanded-nomination-r1-a1",
        "version": 1,
      },
      "recipients": [
        "Chủ tọa hội nghị",
        "Lưu: VT, TCCB, VTY (02 bản)",
      ],
      "signBlocks": [
        {
          "citizenId": "001070000003",
          "column": "left",
          "field": "ky.to_truong_kiem_phieu",
          "officeTitle": "TỔ TRƯỞNG",
          "order": 1,
          "personId": "late",
          "personName": "Đỗ Văn Đức",
          "required": true,
          "role": "to-truong-kiem-phieu",
        },
        {
          "column": "left",
          "field": "ky.thu_ky_kiem_phieu",
          "officeTitle": "THƯ KÝ TỔ KIỂM PHIẾU",
          "order": 2,
          "personId": "member",
          "personName": "Võ Thị Yến",
          "required": true,
          "role": "thu-ky-kiem-phieu",
        },
        {
          "citizenId": "001070000001",
          "column": "right",
          "field": "ky.chu_tri",
          "officeTitle": "CHỦ TỌA",
          "order": 3,
          "personId": "chair",
          "personName": "Phạm Văn Bằng",
          "required": true,
          "role": "chu-tri",
        },
      ],
      "superiorBody": "ỦY BAN NHÂN DÂN TỈNH MẪU",
      "title": "BIÊN BẢN KIỂM PHIẾU",
      "version": 1,
    }
  `)
})

test('slips that are not valid are told with their reasons, or that none was given', () => {
  const facts = JSON.parse(JSON.stringify(dullCase).replaceAll('"invalidReasons":{"TOO_MANY":1},', '')) as typeof dullCase
  const rows = (from: typeof dullCase) =>
    drawnAt(from)
      .minutes.paper.blocks.flatMap((one) => (one.type === 'facts' ? one.rows : []))
      .filter(([label]) => label === 'Số phiếu không hợp lệ')
  expect(rows(dullCase)).toEqual([['Số phiếu không hợp lệ', '01 phiếu (chọn quá số lượng: 01)']])
  expect(rows(facts)).toEqual([['Số phiếu không hợp lệ', '01 phiếu (không ghi lý do)']])
})

test('vote-count minutes tell what was raised about the count, or that nothing was, and of nothing nobody was asked about', () => {
  const told = (countComplaint?: string) =>
    drawnAt([...dullCase.slice(0, -1), { ...closed, ...(countComplaint !== undefined && { countComplaint }) } as typeof closed])
  const texts = (paper: ReturnType<typeof told>['minutes']['paper']) => paper.blocks.flatMap((one) => ('text' in one ? [one.text] : []))
  const complaint = texts(told('ông Lê Văn Ân đề nghị kiểm lại một phiếu').minutes.paper)
  expect(complaint).toContain('Khiếu nại, kiến nghị về việc kiểm phiếu tại hội nghị: ông Lê Văn Ân đề nghị kiểm lại một phiếu.')
  expect(texts(told('').minutes.paper)).toContain('Khiếu nại, kiến nghị về việc kiểm phiếu tại hội nghị: không có.')
  expect(texts(told().minutes.paper).join()).not.toContain('Khiếu nại')
  // What is said of a count may tell it.
  expect(JSON.stringify(told('ông Lê Văn Ân đề nghị kiểm lại').conference.paper)).not.toContain('đề nghị kiểm lại')
})

test('conference minutes tell what happened, and of the result only where it stands', () => {
  expect(drawnAt(dullCase).conference.paper.blocks).toMatchInlineSnapshot(`
    [
      {
        "text": "Vào hồi 08 giờ 00 phút, ngày 14 tháng 3 năm 2023, tại Phòng họp số 1, Sở Nội vụ tổ chức Hội nghị tập thể lãnh đạo mở rộng về nhân sự bổ nhiệm chức vụ Phó Giám đốc Sở.",
        "type": "paragraph",
      },
      {
        "text": "I. THÀNH PHẦN",
        "type": "heading",
      },
      {
        "rows": [
          [
            "Chủ trì",
            "Phạm Văn Bằng, Giám đốc Sở",
          ],
          [
            "Thư ký",
            "Bùi Văn Ẩn, Chánh Văn phòng",
          ],
          [
            "Hình thức",
            "trực tiếp",
          ],
          [
            "Số người được triệu tập",
            "04 người có quyền bỏ phiếu; danh sách có 06 lượt chức danh, gộp còn 05 người dự",
          ],
          [
            "Số người có mặt",
            "03 người",
          ],
          [
            "Số người vắng mặt",
            "01 người",
          ],
          [
            "Dự, không bỏ phiếu",
            "Bùi Văn Ẩn, Chánh Văn phòng",
          ],
        ],
        "type": "facts",
      },
      {
        "mark": "-",
        "text": "Hoàng Văn Ấn: vắng mặt, đi công tác.",
        "type": "item",
      },
      {
        "mark": "-",
        "text": "Đỗ Văn Đức: đến lúc 08 giờ 07 phút.",
        "type": "item",
      },
      {
        "text": "II. NỘI DUNG VÀ DIỄN BIẾN",
        "type": "heading",
      },
      {
        "text": "Chương trình hội nghị: khai mạc; mục đích, yêu cầu, tiêu chuẩn, điều kiện; nhân sự trình bày chương trình hành động; thông qua Tổ kiểm phiếu; bỏ phiếu kín; kiểm phiếu; kết luận và thông qua biên bản.",
        "type": "paragraph",
      },
      {
        "text": "Phạm Văn Bằng, chủ trì hội nghị, nêu mục đích, yêu cầu: giới thiệu nhân sự bằng phiếu kín.",
        "type": "paragraph",
      },
      {
        "text": "Thứ tự trình bày chương trình hành động (bốc thăm): Lê Văn Ân; Trần Thị An.",
        "type": "paragraph",
      },
      {
        "style": "bold",
        "text": "Lê Văn Ân trình bày chương trình hành động từ 08 giờ 10 phút đến 08 giờ 20 phút (thời gian quy định: 10 phút).",
        "type": "paragraph",
      },
      {
        "text": "Bản chương trình: phiên bản 2, mã băm SHA-256 abababababababab…. Bản trình bày khác với bản đã trình bày tại hội nghị trước. Tóm tắt: Ba giải pháp, một đột phá.",
        "type": "paragraph",
      },
      {
        "mark": "1.",
        "text": "Đại biểu hỏi: Làm việc nào trước? Trả lời: Việc thứ nhất.",
        "type": "item",
      },
      {
        "text": "Hội nghị biểu quyết giơ tay (3/3 người tán thành) không ghi tên Vũ Thị Ý vào phiếu; lý do: vắng mặt, không trình bày chương trình hành động.",
        "type": "paragraph",
      },
      {
        "text": "Hội nghị biểu quyết giơ tay thông qua Tổ kiểm phiếu gồm 02 người (Võ Thị Yến; Đỗ Văn Đức): 3/3 người tán thành.",
        "type": "paragraph",
      },
      {
        "text": "Lúc 08 giờ 40 phút, hội nghị bỏ phiếu kín; có mặt 03/04 người được triệu tập. Tên trên phiếu: Lê Văn Ân; Trần Thị An.",
        "type": "paragraph",
      },
      {
        "text": "III. KẾT QUẢ VÀ KẾT LUẬN",
        "type": "heading",
      },
      {
        "text": "Kết quả kiểm phiếu không công bố tại hội nghị; kết quả ghi trong biên bản kiểm phiếu.",
        "type": "paragraph",
      },
      {
        "text": "Kết luận của chủ trì hội nghị: Thực hiện bước tiếp theo.",
        "type": "paragraph",
      },
      {
        "text": "Hội nghị kết thúc vào hồi 09 giờ 15 phút, ngày 14 tháng 3 năm 2023; biên bản được đọc và thông qua tại hội nghị.",
        "type": "paragraph",
      },
    ]
  `)
})

test('conference minutes are signed by the secretary, then the chair', () => {
  const blocks = drawnAt(dullCase).conference.paper.signBlocks.map(({ order, field, officeTitle, personName, citizenId }) => [
    order,
    field,
    officeTitle,
    personName,
    citizenId,
  ])
  expect(blocks).toEqual([
    [1, 'ky.thu_ky', 'THƯ KÝ', 'Bùi Văn Ẩn', '001070000002'],
    [2, 'ky.chu_tri', 'CHỦ TỌA', 'Phạm Văn Bằng', '001070000001'],
  ])
})

test('each of the counting team signs in a field of the role, each in one of their own', () => {
  const facts = dullCase.map((one) =>
    one.type === 'countingTeamAdopted'
      ? {
          ...one,
          members: [
            ...one.members,
            ...(['secretary', 'member'] as const).map((role, at) => ({
              ...one.members[1],
              personId: `more-${at}`,
              name: `Người ${at}`,
              role,
            })),
          ],
        }
      : one,
  ) as typeof dullCase
  const { paper, record } = drawnAt(facts).minutes
  const fields = ['ky.to_truong_kiem_phieu', 'ky.thu_ky_kiem_phieu', 'ky.thu_ky_kiem_phieu_2', 'ky.thanh_vien_3', 'ky.chu_tri']
  expect(paper.signBlocks.map(({ field }) => field)).toEqual(fields)
  expect(record.signers.map(({ field }) => field)).toEqual(fields)
  expect(fields.map((field) => checkSubject(field, 'vi'))).toEqual([
    'tổ trưởng kiểm phiếu',
    'thư ký tổ kiểm phiếu',
    'thư ký tổ kiểm phiếu 2',
    'thành viên tổ kiểm phiếu 3',
    'chủ trì hội nghị',
  ])
})

test('whoever was let sign for the secretary of the team in the field of an earlier version still is', () => {
  const state = folded('c1', dullCase)
  const [due] = papersOwed(state)
  if (due?.kind !== 'voteCountMinutes') throw new Error('minutes are owed')
  const allowed = { name: 'Hoàng Thị Minh Châu', citizenId: '001180099999' }
  const exception = {
    paperId: due.paperId,
    kind: due.kind,
    conferenceId: due.conferenceId,
    field: 'ky.thanh_vien_1',
    expected: { name: 'Võ Thị Yến' },
    allowed,
    reason: 'Thư ký đi công tác',
    document: { number: '12/GUQ-SM', date: '2023-03-10' },
  }
  const blocks = signBlocksFor({ ...state, signerExceptions: [exception as never] }, due, 'STATE_ND30_2020', { citizenIds: {} })
  expect(blocks.map(({ field, personName }) => [field, personName])).toContainEqual(['ky.thu_ky_kiem_phieu', allowed.name])
  expect(blocks.filter(({ insteadOf }) => insteadOf !== undefined)).toHaveLength(1)
})

test('the record of vote-count minutes carries the count once, and what the count lacks beside it', () => {
  const { record } = drawnAt(dullCase).minutes
  expect(record.judged?.input.count.votes).toEqual({ 'Trần Thị An': 1, 'Lê Văn Ân': 1 })
  expect(record.ballots).toEqual([
    {
      ballotId: 'c1.expanded-nomination-r1-a1.1',
      kind: 'nominationBallot',
      candidates: [
        { personId: 'an1', hoTen: 'Trần Thị An', ballotName: 'Trần Thị An' },
        { personId: 'an2', hoTen: 'Lê Văn Ân', ballotName: 'Lê Văn Ân' },
      ],
      issuedAt: '2023-03-14T08:40:00+07:00',
      collectedAt: '2023-03-14T08:50:00+07:00',
      countedAt: '2023-03-14T09:05:00+07:00',
      invalidReasons: { TOO_MANY: 1 },
      sealedBundle: { unusedSealed: 1 },
    },
  ])
  expect(record.decision).toMatchObject({ next: 'leadershipReview', goesOn: [{ personId: 'an1' }, { personId: 'an2' }] })
  expect(record.supersedes).toBe(null)
  expect('sample' in record).toBe(false)
  expect(record.attendance).toMatchObject({ convenedRaw: 4, present: 3, withoutVote: 1 })
  expect(record.signers.map((one) => one.certSubjectMatch)).toEqual([
    { soDinhDanh: '001070000003', cn: 'Đỗ Văn Đức' },
    { cn: 'Võ Thị Yến' },
    { soDinhDanh: '001070000001', cn: 'Phạm Văn Bằng' },
  ])
})

test('the record of a sample says so', () => {
  const state = folded('c1', [opened({ isSample: true }), ...people, ...meeting, closed])
  expect(drawOwed(state).drawn.map(({ record, paper }) => [record.sample, paper.isSample])).toEqual([
    [true, true],
    [true, true],
  ])
})

test('an announced result stands in the conference minutes with its table and its article', () => {
  const announced = [
    ...dullCase.slice(0, -1),
    { type: 'resultAnnounced', conferenceId: expandedId, announcedAt: '2023-03-14T09:10:00+07:00' },
    closed,
  ]
  const { conference } = drawnAt(announced as typeof dullCase)
  expect(JSON.stringify(conference.paper.blocks)).toContain('1/4 = 25,00%')
  expect(conference.record.judged?.output.outcome).toBe('carried')
  expect(conference.record.papers[0]?.recordSha256).toMatch(/^[0-9a-f]{64}$/)
})

test('an open meeting owes nothing, a closed one its two minutes, and nothing twice', () => {
  const open = folded('c1', dullCase.slice(0, -1))
  expect(papersOwed(open)).toEqual([])
  const state = folded('c1', [closed], open)
  expect(papersOwed(state)).toEqual([
    { paperId: 'c1-1-bbkp-1', kind: 'voteCountMinutes', conferenceId: expandedId, version: 1 },
    { paperId: 'c1-1-bbhn-1', kind: 'conferenceMinutes', conferenceId: expandedId, version: 1 },
  ])
  expect(papersOwed(drawOwed(state).state)).toEqual([])
})

test('a corrected count owes new minutes of both kinds once the meeting is closed again, and they replace the old', () => {
  const before = drawOwed(folded('c1', dullCase)).state
  const reopened = folded('c1', correction, before)
  expect(papersOwed(reopened)).toEqual([])
  const again = folded('c1', [closed], reopened)
  expect(papersOwed(again)).toEqual([
    { paperId: 'c1-1-bbkp-2', kind: 'voteCountMinutes', conferenceId: expandedId, version: 2, supersedes: 'c1-1-bbkp-1' },
    { paperId: 'c1-1-bbhn-2', kind: 'conferenceMinutes', conferenceId: expandedId, version: 2, supersedes: 'c1-1-bbhn-1' },
  ])
  const { state, drawn } = drawOwed(again)
  expect(state.papers.map((one) => one.supersededBy)).toEqual(['c1-1-bbkp-2', 'c1-1-bbhn-2', undefined, undefined])
  const [minutes, conference] = drawn
  expect(minutes?.record.supersedes).toBe('c1-1-bbkp-1')
  expect(JSON.stringify(minutes?.paper.blocks)).toContain('đọc nhầm một phiếu')
  // The reason may tell the count, so it stays out of the minutes of the room.
  expect(JSON.stringify([conference?.paper, conference?.record])).not.toContain('đọc nhầm')
  expect(JSON.stringify(conference?.paper.blocks)).toContain('thay thế biên bản hội nghị')
})

test('a meeting without its quorum owes conference minutes that say so', () => {
  const notQuorate = {
    type: 'conferenceNotQuorate',
    conferenceId: expandedId,
    present: 2,
    convened: 4,
    needed: 3,
    moment: 'opening',
  } as const
  const state = folded('c1', [opened(), ...people, ...meeting.slice(0, 4), notQuorate])
  const due = papersOwed(state)
  expect(due).toEqual([{ paperId: 'c1-1-bbhn-1', kind: 'conferenceMinutes', conferenceId: expandedId, version: 1 }])
  const [first] = due
  if (!first) throw new Error('minutes are owed')
  const { paper, record } = drawOne(state, first)
  expect(paper.blocks.at(-1)).toEqual({
    type: 'paragraph',
    text: 'Hội nghị không đủ số người dự theo quy định (có mặt 02/04 người được triệu tập) nên không tiến hành; hội nghị sẽ được triệu tập lại, các nội dung đã làm không có giá trị.',
  })
  expect(record.stage).toMatchObject({ standing: 'notQuorate', key: 'expandedNomination' })
  expect(record.ballots).toEqual([])
})

test('an adjourned meeting owes conference minutes with the reason', () => {
  const state = folded('c1', [
    opened(),
    ...people,
    ...meeting.slice(0, 7),
    { type: 'conferenceAdjourned', conferenceId: expandedId, reason: 'mất điện' },
  ])
  const { drawn } = drawOwed(state)
  expect(drawn).toHaveLength(1)
  expect(drawn[0]?.paper.blocks.at(-1)).toEqual({ type: 'paragraph', text: 'Hội nghị tạm hoãn, sẽ được triệu tập lại; lý do: mất điện.' })
})
