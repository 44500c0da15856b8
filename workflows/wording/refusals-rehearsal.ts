// Why something is not done with rehearsals: practice data stays practice data.
import type { Sentences } from './sentence.ts'

export const rehearsalRefusals = {
  'rehearsal-not-exported': {
    vi: () => 'Diễn tập không xuất thành hồ sơ được: số liệu là giả. Rời diễn tập, mở hồ sơ thật rồi xuất.',
    en: () => 'A rehearsal is never handed over as a record: its data are made up. Leave the rehearsals and export the real case.',
  },
  'rehearsal-takes-practice-keys': {
    vi: () => 'Diễn tập chỉ dùng người và khóa tập, không nhận người, hồ sơ, khóa thật và không sao lưu. Rời diễn tập rồi làm việc này.',
    en: () => 'Rehearsals use practice people and keys only: no real person, dossier, key or backup. Leave them and do this there.',
  },
  'rehearsal-of-classified': {
    vi: () => 'Hồ sơ có độ mật không chép sang diễn tập được. Vào diễn tập và mở một hồ sơ trống cùng việc, cùng bộ quy tắc.',
    en: () =>
      'A classified case is not copied into a rehearsal. Enter the rehearsals and open an empty case of the same kind and rulebook.',
  },
  'rehearsal-not-classified': {
    vi: () => 'Hồ sơ diễn tập không mang độ mật: số liệu là giả. Rời diễn tập và đổi độ mật ở hồ sơ thật.',
    en: () => 'A rehearsal bears no degree of secrecy: its data are made up. Leave the rehearsals and change it in the real case.',
  },
  'rehearsal-of-rehearsal': {
    vi: () => 'Đang ở trong diễn tập. Mở hồ sơ diễn tập mới tại đây, hoặc rời diễn tập để chép hồ sơ thật.',
    en: () => 'You are in the rehearsals already. Open a new one here, or leave them to copy a real case.',
  },
  'rehearsal-is-practice': {
    vi: () => 'Hồ sơ diễn tập phải ghi là dữ liệu giả. Mở lại từ màn hình diễn tập.',
    en: () => 'A rehearsal has to be marked as practice data. Open it again from the rehearsals.',
  },
  'only-rehearsals-here': {
    vi: () => 'Tệp này chỉ giữ hồ sơ diễn tập. Rời diễn tập để mở hồ sơ thật.',
    en: () => 'This file keeps rehearsals only. Leave the rehearsals to open a real case.',
  },
  'no-rehearsal-among-records': {
    vi: () => 'Tệp hồ sơ thật không nhận hồ sơ diễn tập. Vào diễn tập rồi mở ở đó.',
    en: () => 'The file of records takes no rehearsal. Enter the rehearsals and open it there.',
  },
  'not-in-rehearsals': {
    vi: () => 'Đang ở hồ sơ thật, không có diễn tập nào để rời. Mở diễn tập ở trang Việc của tôi.',
    en: () => 'These are the records: there is no rehearsal to leave. Rehearsals are opened from My work.',
  },
  'practice-in-rehearsals-only': {
    vi: () => 'Chỉ hồ sơ diễn tập mới được điền hộ số liệu. Bấm “Diễn tập hồ sơ này” trước.',
    en: () => 'Only a rehearsal is filled in with practice data. Press “Rehearse this case” first.',
  },
  'nothing-to-practise': {
    vi: () => 'Hồ sơ diễn tập này không còn bước nào điền hộ được. Làm việc đang chờ trên trang hồ sơ, hoặc mở bản diễn tập mới.',
    en: () => 'Nothing of this rehearsal can be filled in any more. Do what the case page waits for, or open a new rehearsal.',
  },
} satisfies Sentences
