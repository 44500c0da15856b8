// Vietnamese: opening a case.
export const viOpening = {
  opening: {
    periods: 'Ngày {{day}} thuộc thời kỳ từ {{from}}: {{list}}.',
    day: 'ngày chủ trương {{day}}',
    steps_one: '{{all}} bước, {{count}} bước bỏ phiếu.',
    steps_other: '{{all}} bước, {{count}} bước bỏ phiếu.',
    keeps: 'Việc đã làm trước một quy định mới vẫn giữ nguyên giá trị.',
    settings_one: '{{count}} thiết lập',
    settings_other: '{{count}} thiết lập',
    all_one: 'Xem cả {{count}}',
    all_other: 'Xem cả {{count}}',
    fewer: 'Xem ít hơn',
    change: 'Đổi thiết lập cho hồ sơ này',
    will: 'Sẽ ghi vào sổ:',
  },
}
