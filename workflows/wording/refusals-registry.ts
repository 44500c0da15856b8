// Why something cannot be recorded in the registry of people, units and posts.
import { day, hour, list, num, type Sentences } from './sentence.ts'

const row = {
  vi: (value: unknown) => (value === undefined ? '' : ` (dòng ${String(value)})`),
  en: (value: unknown) => (value === undefined ? '' : ` (row ${String(value)})`),
}

export const registryRefusals = {
  'registry-nothing-changed': {
    vi: () => 'Không có gì mới để ghi: hồ sơ đã đúng như vậy vào ngày này. Sửa một mục rồi ghi lại.',
    en: () => 'Nothing new to record: the record says so already on that day. Change something and record again.',
  },
  'registry-not-yours': {
    vi: () => 'Hồ sơ cán bộ chỉ mở cho người làm công tác tổ chức cán bộ, lãnh đạo, thẩm định và kiểm tra. Nhờ một trong những người đó.',
    en: () => 'Personnel records are open to personnel officers, leaders, appraisers and auditors only. Ask one of them.',
  },
  'record-changed-meanwhile': {
    vi: () => 'Chưa ghi: hồ sơ này vừa đổi từ khi bạn mở. Xem phần lịch sử rồi ghi lại; nháp của bạn còn nguyên.',
    en: () => 'Not recorded: this record changed since you opened it. Look at its history and record again; your draft is safe.',
  },
  'record-merged': {
    vi: ({ name }) => `Hồ sơ này đã gộp vào hồ sơ của ${String(name ?? '')}. Mở hồ sơ đó để ghi.`,
    en: ({ name }) => `This record was merged into that of ${String(name ?? '')}. Open that one instead.`,
  },
  'person-unknown': {
    vi: (numbers) => `Không có hồ sơ của người này${row.vi(numbers.row)}. Tìm lại trong danh sách cán bộ.`,
    en: (numbers) => `There is no record of this person${row.en(numbers.row)}. Look again in the list of people.`,
  },
  'unit-unknown': {
    vi: (numbers) => `Không có đơn vị này trong sổ${row.vi(numbers.row)}. Lập đơn vị trước.`,
    en: (numbers) => `The registry has no such unit${row.en(numbers.row)}. Enter the unit first.`,
  },
  'post-unknown': {
    vi: (numbers) => `Không có chức danh này trong sổ${row.vi(numbers.row)}. Lập chức danh trong đơn vị trước.`,
    en: (numbers) => `The registry has no such post${row.en(numbers.row)}. Enter the post in its unit first.`,
  },
  'tenure-unknown': {
    vi: (numbers) => `Không có lần giữ chức này trong hồ sơ${row.vi(numbers.row)}. Mở lại hồ sơ để xem.`,
    en: (numbers) => `The record has no such tenure${row.en(numbers.row)}. Open the record again.`,
  },
  'import-unknown': {
    vi: () => 'Không có lần nhập này trong sổ. Xem lại danh sách các lần nhập.',
    en: () => 'There was no such import. Look at the list of imports again.',
  },
  'unit-not-there': {
    vi: ({ unit, date }) => `${String(unit)} không tồn tại vào ngày ${day(date)}. Chọn ngày khác, hoặc chọn đơn vị kế tục.`,
    en: ({ unit, date }) => `${String(unit)} was not there on ${day(date)}. Choose another day, or the unit that succeeded it.`,
  },
  'post-not-there': {
    vi: ({ post, date }) => `Chức danh ${String(post ?? '')} không có vào ngày ${day(date)}. Chọn ngày khác hoặc chức danh khác.`,
    en: ({ post, date }) => `The post ${String(post ?? '')} was not there on ${day(date)}. Choose another day or post.`,
  },
  'post-held': {
    vi: ({ names }) => `Chưa bỏ chức danh được: còn ${list(names)} giữ. Ghi thôi giữ chức trước.`,
    en: ({ names }) => `The post cannot be closed: ${list(names)} still in it. Record their leaving first.`,
  },
  'citizen-number-known': {
    vi: ({ citizenId, name, row: at }) =>
      `Số định danh ${String(citizenId)} đã có trong hồ sơ của ${String(name)}${row.vi(at)}. Mở hồ sơ đó để bổ sung, hoặc sửa lại số.`,
    en: ({ citizenId, name, row: at }) =>
      `The number ${String(citizenId)} is in the record of ${String(name)} already${row.en(at)}. Add to that record, or put the number right.`,
  },
  'citizen-number-twice': {
    vi: ({ citizenId, row: at }) => `Số định danh ${String(citizenId)} có hai lần trong bảng${row.vi(at)}. Xem lại hai dòng đó.`,
    en: ({ citizenId, row: at }) => `The number ${String(citizenId)} stands in the sheet twice${row.en(at)}. Look at both rows.`,
  },
  'person-looks-known': {
    vi: ({ name, people }) =>
      `Sổ đã có ${Array.isArray(people) ? people.length : 1} hồ sơ tên ${String(name)} với ngày sinh có thể trùng. Xem các hồ sơ đó; nếu là người khác, xác nhận rồi ghi.`,
    en: ({ name, people }) =>
      `There ${Array.isArray(people) && people.length > 1 ? `are ${people.length} records` : 'is a record'} of ${String(name)} whose birth date may be the same. Look at it; if it is another person, confirm and record.`,
  },
  'merge-with-itself': {
    vi: () => 'Không gộp một hồ sơ với chính nó. Chọn hồ sơ thứ hai.',
    en: () => 'A record is not merged with itself. Choose the other record.',
  },
  'merge-numbers-differ': {
    vi: ({ one, other }) => `Hai hồ sơ có hai số định danh (${String(one)}, ${String(other)}) nên không gộp. Đính chính số sai trước.`,
    en: ({ one, other }) => `The two records have two citizen numbers (${String(one)}, ${String(other)}). Correct the wrong one first.`,
  },
  'unit-under-itself': {
    vi: () => 'Đơn vị không thể trực thuộc chính nó hay đơn vị dưới nó. Chọn cấp trên khác.',
    en: () => 'A unit cannot stand under itself or a unit below it. Choose another unit above.',
  },
  'unit-succeeds-itself': {
    vi: ({ unit }) => `${String(unit)} bị giải thể nên không thể tự kế tục. Chọn đơn vị khác.`,
    en: ({ unit }) => `${String(unit)} is abolished and cannot succeed itself. Choose another unit.`,
  },
  'tenure-overlaps': {
    vi: ({ from, lastDay }) =>
      `Người này đã giữ chức danh đó từ ${day(from)}${lastDay ? ` đến hết ${day(lastDay)}` : ' và chưa ghi thôi giữ'}. Sửa ngày, hoặc ghi thôi giữ trước.`,
    en: ({ from, lastDay }) =>
      `The person holds that post already from ${day(from)}${lastDay ? ` to ${day(lastDay)}` : ', with no last day yet'}. Change the days, or record the leaving first.`,
  },
  'tenure-ends-before-it-begins': {
    vi: ({ from, lastDay }) => `Ngày thôi giữ ${day(lastDay)} trước ngày bắt đầu ${day(from)}. Sửa lại ngày.`,
    en: ({ from, lastDay }) => `The last day ${day(lastDay)} is before the first, ${day(from)}. Put the days right.`,
  },
  'nothing-to-undo': {
    vi: () => 'Dòng này không phải là việc ghi nên không có gì để hủy. Chọn dòng khác trong lịch sử.',
    en: () => 'This line recorded nothing that could be taken back. Choose another line of the history.',
  },
  'already-undone': {
    vi: () => 'Việc ghi này đã được hủy rồi. Không cần làm gì thêm.',
    en: () => 'This was taken back already. Nothing more to do.',
  },
  'built-upon': {
    vi: ({ count, at }) =>
      `Chưa hủy được: có ${num(count)} lần ghi sau dựa trên việc này, lần cuối lúc ${hour(at)} ngày ${day(at)}. Hủy các lần ghi đó trước, từ mới đến cũ.`,
    en: ({ count, at }) =>
      `Cannot be taken back yet: ${num(count)} later edits build on it, the last on ${day(at)} at ${hour(at)}. Take those back first, newest first.`,
  },
  'built-upon-below': {
    vi: ({ count }) =>
      `Chưa hủy được: còn ${num(count)} chức danh, đơn vị hoặc lần giữ chức thuộc về nó. Hủy hoặc chuyển những mục đó trước.`,
    en: ({ count }) => `Cannot be taken back: ${num(count)} posts, units or tenures belong to it. Take those back or move them first.`,
  },
  'merger-needs': {
    vi: () => 'Sáp nhập cần ít nhất hai đơn vị cũ và đúng một đơn vị kế tục. Chọn lại.',
    en: () => 'A merger takes two units or more and one successor. Choose again.',
  },
  'split-needs': {
    vi: () => 'Chia tách cần đúng một đơn vị cũ và ít nhất hai đơn vị kế tục. Chọn lại.',
    en: () => 'A split takes one unit and two successors or more. Choose again.',
  },
  'units-below': {
    vi: ({ names }) => `Còn đơn vị trực thuộc: ${list(names)}. Chọn một đơn vị kế tục, hoặc chuyển các đơn vị đó trước.`,
    en: ({ names }) => `Units stand below: ${list(names)}. Name one successor, or move those units first.`,
  },
  'posts-still-held': {
    vi: ({ count, names }) =>
      `Còn ${num(count)} người giữ chức trong đơn vị kết thúc (${list(names)}). Chọn ghi thôi giữ chức cho họ từ ngày trước đó, hoặc ghi riêng từng người.`,
    en: ({ count, names }) =>
      `${num(count)} people hold posts in a unit that ends (${list(names)}). Choose to end their tenures the day before, or record each of them.`,
  },
  'import-rows-differ': {
    vi: () => 'Phần nhập này không khớp số dòng của bảng. Đọc lại tệp rồi nhập lại.',
    en: () => 'This part of the import does not match the rows of its sheet. Read the file again.',
  },
  'import-part-missing': {
    vi: ({ part, expected }) => `Phần ${num(part)} của lần nhập đến khi đang chờ phần ${num(expected)}. Nhập lại từ đầu tệp.`,
    en: ({ part, expected }) => `Part ${num(part)} of the import came where part ${num(expected)} was due. Start the import again.`,
  },
  'import-id-twice': {
    vi: (numbers) => `Một người có hai lần trong cùng phần nhập${row.vi(numbers.row)}. Đọc lại tệp rồi nhập lại.`,
    en: (numbers) => `One person stands in this part of the import twice${row.en(numbers.row)}. Read the file again.`,
  },
  'not-by-import': {
    vi: (numbers) => `Gộp hồ sơ và sắp xếp đơn vị không nhập bằng bảng${row.vi(numbers.row)}. Làm từng việc trên màn hình.`,
    en: (numbers) => `Merging records and reorganising units are not done by a sheet${row.en(numbers.row)}. Do each on its screen.`,
  },
} satisfies Sentences
