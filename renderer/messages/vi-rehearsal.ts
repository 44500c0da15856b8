// Vietnamese: rehearsals.
export const viRehearsal = {
  practice: {
    band: 'DIỄN TẬP: số liệu giả, không thành hồ sơ',
    foot: 'Diễn tập',
    enter: 'Vào diễn tập',
    leave: 'Rời diễn tập',
    try: 'Muốn thử trước?',
    tryText: 'Mở bản diễn tập với số liệu giả, không bao giờ thành hồ sơ thật.',
    tryDo: 'Mở bản diễn tập',
    copy: 'Diễn tập hồ sơ này',
    copyText: 'Chép chức danh, bộ quy tắc, thiết lập sang tệp diễn tập; người và số phiếu đều là giả.',
    title: 'Tập với hồ sơ này',
    text: 'Tự làm từng việc như thật, hoặc để máy điền hộ bằng số liệu giả.',
    act: 'Điền hộ việc này',
    stage: 'Điền hộ đến hết bước',
    end: 'Chạy hộ đến hết hồ sơ',
    busy: 'Đang điền hộ…',
    noExport: 'Diễn tập không xuất hồ sơ.',
    here: 'Hồ sơ mở ở đây là diễn tập, có dấu DIỄN TẬP trên mọi màn hình và mọi giấy.',
  },
}
