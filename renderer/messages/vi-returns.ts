// Returns going up and coming in, and the lists of places: words of their screens.
export const viReturns = {
  returns: {
    books: {
      people: 'Danh sách cán bộ',
      quality: 'BC-01: chất lượng đội ngũ, kèm danh sách',
      ratings: 'BC-04: xếp loại năm của cá nhân, kèm danh sách',
      moves: 'BC-06: luân chuyển, điều động, biệt phái, tăng cường',
      planning: 'BC-10: quy hoạch, kèm cơ cấu',
      discipline: 'BC-12: kỷ luật cán bộ, kèm danh sách',
    },
    about: {
      quality: 'Mỗi đơn vị một dòng; dòng tổng cộng đếm mỗi người một lần.',
      ratings: 'Lấy từ xếp loại đã ghi trong hồ sơ từng người. Chưa gồm xếp loại tập thể và kiểm tra tỷ lệ tối đa.',
      moves: 'Lấy từ quá trình giữ chức vụ. Chưa gồm kế hoạch và mục đích luân chuyển.',
      planning: 'Lấy từ các danh sách quy hoạch của cơ quan, theo ngày chọn.',
      discipline: 'Lấy từ kỷ luật đã ghi trong hồ sơ từng người. Chưa gồm chương trình kiểm tra, giám sát.',
    },
    managedBy: 'Diện quản lý',
    anyLevel: 'Mọi diện quản lý',
    year: 'Năm của biểu',
    yearHelp: 'Để trống: năm của ngày tính đến',
    yearWrong: 'Ghi năm bằng bốn chữ số.',
    quarter: 'Kỳ',
    quarters: { year: 'Cả năm', '1': 'Quý 1', '2': 'Quý 2', '3': 'Quý 3', '4': 'Quý 4' },
    bands: 'Các độ tuổi bắt đầu từ',
    bandsHelp: '30, 40, 50, 55 nghĩa là: dưới 30, 30-39, 40-49, 50-54, từ 55',
    bandsWrong: 'Ghi các tuổi tăng dần, cách nhau bằng dấu phẩy.',
  },
}
