// Vietnamese: what a rehearsal leaves to the records, said where its forms would stand.
export const viRecordsOnly = {
  recordsOnly: {
    operators: 'Người trong diễn tập là người giả, có sẵn. Thêm người thật ở hồ sơ thật.',
    keys: 'Diễn tập dùng khóa tập có sẵn. Lập, cấp, thu hồi khóa ký ở hồ sơ thật.',
    backup: 'Bản diễn tập không cần sao lưu. Sao lưu ở hồ sơ thật.',
    people: 'Sổ cán bộ nằm ở hồ sơ thật. Diễn tập chỉ có người giả, không đọc và không ghi sổ này.',
    planning: 'Quy hoạch nằm ở hồ sơ thật. Diễn tập không đọc và không ghi danh sách quy hoạch.',
    dossier: 'Giấy tờ của người thật chỉ nộp và lưu ở hồ sơ thật. Diễn tập không nhận tệp nào.',
  },
}
