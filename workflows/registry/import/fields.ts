// What a column of a roster can hold, and the words its head is known by: lists of provinces and departments seldom agree on them.
import { folded } from './text.ts'

/** What the cells of a field are read as. `list`: several things in one cell, on lines of their own or parted by semicolons. */
export type FieldForm = 'text' | 'list' | 'name' | 'date' | 'gender' | 'mark' | 'citizenId' | 'oldIdCard' | 'code' | 'hundredths' | 'count'

const known = {
  ordinal: ['count', 'stt', 'tt', 'so tt', 'so thu tu', 'thu tu', 'no'],
  staffCode: [
    'code',
    'ma can bo',
    'ma cb',
    'ma cbcc',
    'ma cbccvc',
    'ma nhan vien',
    'ma nv',
    'ma so can bo',
    'so hieu can bo',
    'so hieu cong chuc',
  ],
  fullName: [
    'name',
    'ho va ten',
    'ho ten',
    'ho va ten khai sinh',
    'ho ten khai sinh',
    'ho va ten can bo',
    'ten can bo',
    'ho ten cbcc',
    'ho va chu dem va ten',
    'ho dem va ten',
    'ho chu dem ten',
    'full name',
    'name',
  ],
  familyNames: ['name', 'ho dem', 'ho va chu dem', 'ho va ten dem', 'ho lot', 'ho va dem', 'ho', 'ho chu dem'],
  givenName: ['name', 'ten', 'ten goi chinh'],
  otherName: ['text', 'ten goi khac', 'ten khac', 'bi danh', 'ten thuong dung'],
  birthDate: [
    'date',
    'ngay sinh',
    'ngay thang nam sinh',
    'nam sinh',
    'ngay thang sinh',
    'sinh ngay',
    'ntns',
    'ngay thang nam',
    'sinh nam',
    'date of birth',
    'dob',
    'ngay sinh dd mm yyyy',
    'tuoi nam sinh',
  ],
  birthDay: ['count', 'ngay sinh ngay', 'ngay thang nam sinh ngay'],
  birthMonth: ['count', 'ngay sinh thang', 'ngay thang nam sinh thang'],
  birthYear: ['count', 'ngay sinh nam sinh', 'ngay thang nam sinh nam sinh'],
  birthIfMale: ['date', 'ngay sinh nam', 'ngay thang nam sinh nam', 'nam sinh nam', 'ngay sinh cua nam'],
  birthIfFemale: ['date', 'ngay sinh nu', 'ngay thang nam sinh nu', 'nam sinh nu', 'ngay sinh cua nu'],
  gender: ['gender', 'gioi tinh', 'gioi', 'phai', 'nam nu', 'gt', 'sex', 'gender', 'nam hay nu'],
  maleMark: ['mark', 'gioi tinh nam', 'nam'],
  femaleMark: ['mark', 'gioi tinh nu', 'nu', 'la nu', 'phu nu'],
  citizenId: [
    'citizenId',
    'so dinh danh ca nhan',
    'so dinh danh',
    'so cccd',
    'cccd',
    'can cuoc cong dan',
    'so can cuoc',
    'can cuoc',
    'so can cuoc cong dan',
    'ma dinh danh',
    'so ddcn',
    'cmnd cccd',
    'so cmnd cccd',
    'cccd cmnd',
    'so cccd cmnd',
    'so dinh danh ca nhan cccd',
    'the can cuoc',
    'so the can cuoc',
  ],
  citizenIdDate: ['date', 'ngay cap', 'ngay cap cccd', 'ngay cap can cuoc', 'ngay cap the can cuoc'],
  oldIdCard: ['oldIdCard', 'so cmnd', 'cmnd', 'chung minh nhan dan', 'so cmt', 'cmtnd', 'cmt'],
  socialInsurance: ['code', 'so bhxh', 'so so bhxh', 'ma so bhxh', 'so bao hiem xa hoi', 'bhxh'],
  birthplace: ['text', 'noi sinh'],
  nativePlace: ['text', 'que quan', 'nguyen quan', 'que', 'que quan xa huyen tinh', 'que quan cu', 'que quan moi'],
  permanentResidence: [
    'text',
    'noi thuong tru',
    'ho khau thuong tru',
    'noi dang ky ho khau thuong tru',
    'thuong tru',
    'hktt',
    'dia chi thuong tru',
  ],
  currentResidence: ['text', 'noi o hien nay', 'noi o', 'cho o hien nay', 'dia chi', 'dia chi hien nay', 'noi o hien tai', 'cho o'],
  ethnicity: ['text', 'dan toc', 'dt', 'thanh phan dan toc'],
  religion: ['text', 'ton giao', 'tg'],
  unit: [
    'text',
    'don vi',
    'don vi cong tac',
    'co quan',
    'co quan cong tac',
    'noi cong tac',
    'co quan don vi',
    'phong ban',
    'phong',
    'to chuc',
    'don vi dang cong tac',
    'co quan don vi cong tac',
    'dia phuong don vi',
    'phong ban don vi',
  ],
  post: [
    'text',
    'chuc vu',
    'chuc vu hien nay',
    'chuc danh',
    'chuc vu chuc danh',
    'chuc danh chuc vu',
    'chuc vu chinh quyen',
    'chuc vu hien tai',
    'chuc vu cong tac',
    'chuc vu cao nhat',
    'chuc vu don vi cong tac',
    'chuc vu don vi',
  ],
  partyPost: ['list', 'chuc vu dang', 'chuc vu dang hien nay', 'chuc vu trong dang', 'chuc vu dang doan the', 'cap uy'],
  partyPostFrom: [
    'date',
    'ngay giu chuc vu dang',
    'ngay bo nhiem chuc vu dang',
    'thoi diem giu chuc vu dang',
    'ngay vao cap uy',
    'ngay tham gia cap uy',
  ],
  unionPost: ['list', 'chuc vu doan the', 'doan the'],
  recruitedOn: [
    'date',
    'ngay tuyen dung',
    'ngay vao co quan',
    'ngay vao nganh',
    'thoi gian tuyen dung',
    'ngay bat dau cong tac',
    'ngay hop dong',
  ],
  appointedOn: [
    'date',
    'ngay bo nhiem',
    'ngay bo nhiem chuc vu',
    'thoi diem bo nhiem',
    'ngay giu chuc vu',
    'bo nhiem ngay',
    'thoi gian bo nhiem',
    'ngay bo nhiem chuc vu hien nay',
    'tu ngay',
  ],
  tenureEndedOn: ['date', 'den ngay', 'ngay thoi giu chuc vu', 'ngay ket thuc'],
  decisionNumber: ['text', 'so quyet dinh', 'so qd', 'quyet dinh so', 'quyet dinh bo nhiem'],
  rank: [
    'text',
    'ngach',
    'ngach cong chuc',
    'ma ngach',
    'ten ngach',
    'ngach vien chuc',
    'chuc danh nghe nghiep',
    'hang cdnn',
    'ngach cc vc',
    'ngach luong',
  ],
  rankStep: ['count', 'bac', 'bac luong'],
  coefficient: ['hundredths', 'he so', 'he so luong', 'hsl', 'he so luong hien huong'],
  payFrom: ['date', 'ngay huong', 'thoi diem huong', 'huong tu', 'ngay huong luong'],
  generalEducation: [
    'text',
    'trinh do van hoa',
    'van hoa',
    'giao duc pho thong',
    'trinh do giao duc pho thong',
    'tdvh',
    'pho thong',
    'hoc van',
  ],
  expertise: [
    'text',
    'trinh do chuyen mon',
    'chuyen mon',
    'trinh do',
    'trinh do chuyen mon nghiep vu',
    'chuyen mon nghiep vu',
    'tdcm',
    'trinh do chuyen mon cao nhat',
    'bang cap',
    'hoc vi',
    'trinh do dao tao',
  ],
  major: ['text', 'chuyen nganh', 'nganh', 'nganh dao tao', 'chuyen nganh dao tao', 'nganh hoc'],
  school: ['text', 'truong', 'truong dao tao', 'co so dao tao'],
  politicalTheory: ['text', 'ly luan chinh tri', 'trinh do ly luan chinh tri', 'llct', 'trinh do llct', 'chinh tri', 'trinh do chinh tri'],
  stateManagement: ['text', 'quan ly nha nuoc', 'qlnn', 'trinh do quan ly nha nuoc', 'boi duong quan ly nha nuoc', 'boi duong qlnn'],
  foreignLanguage: ['text', 'ngoai ngu', 'trinh do ngoai ngu'],
  informatics: ['text', 'tin hoc', 'trinh do tin hoc'],
  partyJoinedOn: [
    'date',
    'ngay vao dang',
    'ngay ket nap',
    'ngay ket nap dang',
    'vao dang',
    'ngay vao dcsvn',
    'ngay vao dang du bi',
    'ngay ket nap dang csvn',
    'nam vao dang',
    'ngay vao dang lan dau',
  ],
  partyOfficialOn: [
    'date',
    'ngay chinh thuc',
    'ngay vao dang chinh thuc',
    'chinh thuc',
    'ngay cong nhan chinh thuc',
    'ngay vao dang ngay chinh thuc',
  ],
  partyCard: ['code', 'so the dang', 'so the dang vien', 'the dang'],
  partyCell: ['text', 'chi bo', 'chi bo sinh hoat', 'sinh hoat chi bo', 'noi sinh hoat dang'],
  youthUnionJoinedOn: ['date', 'ngay vao doan', 'ngay ket nap doan', 'vao doan'],
  phone: ['code', 'dien thoai', 'so dien thoai', 'dien thoai lien he', 'sdt', 'so dt', 'di dong', 'dien thoai di dong'],
  category: ['text', 'doi tuong', 'loai doi tuong', 'loai can bo', 'can bo cong chuc vien chuc', 'cb cc vc'],
  mainWork: ['text', 'cong viec chinh', 'cong viec chinh duoc giao', 'cong viec duoc giao', 'nhiem vu duoc giao', 'linh vuc phu trach'],
  recruitedBy: ['text', 'co quan tuyen dung', 'co quan don vi tuyen dung', 'don vi tuyen dung'],
  strengths: ['text', 'so truong', 'so truong cong tac'],
  health: ['text', 'suc khoe', 'tinh trang suc khoe', 'phan loai suc khoe'],
  policyFamily: ['text', 'gia dinh chinh sach', 'con gia dinh chinh sach', 'dien chinh sach'],
  award: ['list', 'khen thuong', 'hinh thuc khen thuong', 'khen thuong hinh thuc'],
  discipline: ['list', 'ky luat', 'hinh thuc ky luat', 'ky luat hinh thuc', 'ky luat neu co', 'xu ly ky luat'],
  partyDiscipline: ['list', 'ky luat dang', 'ky luat ve dang', 'hinh thuc ky luat dang'],
  stateDiscipline: ['list', 'ky luat chinh quyen', 'ky luat ve chinh quyen', 'ky luat hanh chinh', 'hinh thuc ky luat chinh quyen'],
  /** Both in one column, told apart by their words. */
  awardOrDiscipline: ['list', 'khen thuong ky luat', 'ky luat khen thuong', 'khen thuong va ky luat'],
  disciplinedOn: ['date', 'ngay ky luat', 'ngay thi hanh ky luat', 'thoi diem ky luat', 'ky luat ngay', 'ky luat ngay thang'],
  note: ['text', 'ghi chu', 'note', 'chu thich', 'gc'],
} as const satisfies Readonly<Record<string, readonly [FieldForm, ...string[]]>>

export type ImportField = keyof typeof known
export const importFields = Object.keys(known) as readonly ImportField[]
export const formOf = (field: ImportField): FieldForm => known[field][0]
export const isImportField = (text: string): text is ImportField => Object.hasOwn(known, text)

const byWords = new Map<string, ImportField>(
  importFields.flatMap((field) => known[field].slice(1).map((words): [string, ImportField] => [words, field])),
)
/** Short words that name a field wherever they stand in a head; other short ones ("nam", "phòng") are also parts of other things. */
const shortButSure = new Set(['cccd', 'cmnd', 'bhxh', 'llct', 'qlnn'])
/** Longest words first: "chức vụ Đảng" is not "chức vụ". */
const inOrder = [...byWords].filter(([words]) => words.length >= 6 || shortButSure.has(words)).sort(([a], [b]) => b.length - a.length)
/** By their first word, with their place in that order: every cell of forty rows is looked at. */
const byFirst = new Map<string, readonly (readonly [words: string, field: ImportField, order: number])[]>()
for (const [order, [words, field]] of inOrder.entries()) {
  const first = words.split(' ', 1)[0] ?? words
  byFirst.set(first, [...(byFirst.get(first) ?? []), [words, field, order]])
}

/** The longest known words that stand in a folded text. */
function wordsWithin(text: string): readonly [words: string, field: ImportField] | undefined {
  const padded = `${text} `
  let best: readonly [string, ImportField, number] | undefined
  let at = 0
  for (const word of text.split(' ')) {
    for (const one of byFirst.get(word) ?? [])
      if ((best === undefined || one[2] < best[2]) && padded.startsWith(`${one[0]} `, at)) best = one
    at += word.length + 1
  }
  return best && [best[0], best[1]]
}

/** `fit` in hundredths: 100 is the very words. */
export type HeadMatch = { readonly field: ImportField; readonly fit: number }

/** Which field a head names, outermost part first; undefined: no words known. */
export function fieldOfHead(parts: readonly string[]): HeadMatch | undefined {
  const words = parts.map(folded).filter((part, i, all) => part !== '' && part !== all[i - 1])
  const [first] = words
  const group = first === undefined ? undefined : byWords.get(first)
  // "Năm" under a birth date is the year, "Nam" is for men: without marks they are one word.
  if (group === 'birthDate' && words.length > 1 && /^\s*năm\s*$/iu.test(parts.at(-1)?.normalize('NFC') ?? ''))
    return { field: 'birthYear', fit: 100 }
  for (let from = 0; from < words.length; from++) {
    const exact = byWords.get(words.slice(from).join(' '))
    if (exact !== undefined) return { field: exact, fit: from === 0 ? 100 : 90 }
  }
  const joined = words.join(' ')
  const within = wordsWithin(joined)
  if (within !== undefined) return { field: within[1], fit: Math.min(85, 45 + Math.round((within[0].length * 45) / joined.length)) }
  return group === undefined ? undefined : { field: group, fit: 70 }
}
