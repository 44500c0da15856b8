// The 34 provinces and cities from 1 July 2025 (Quyết định 19/2025/QĐ-TTg), and which of the earlier 63 went into each (documents.md A9.2).

export const newListSince = '2025-07-01'

/** Two-digit code to name. The same name may have had another code before: Lào Cai was 10 and is 15. */
export const provinces: Readonly<Record<string, string>> = {
  '01': 'Hà Nội',
  '04': 'Cao Bằng',
  '08': 'Tuyên Quang',
  '11': 'Điện Biên',
  '12': 'Lai Châu',
  '14': 'Sơn La',
  '15': 'Lào Cai',
  '19': 'Thái Nguyên',
  '20': 'Lạng Sơn',
  '22': 'Quảng Ninh',
  '24': 'Bắc Ninh',
  '25': 'Phú Thọ',
  '31': 'Hải Phòng',
  '33': 'Hưng Yên',
  '37': 'Ninh Bình',
  '38': 'Thanh Hóa',
  '40': 'Nghệ An',
  '42': 'Hà Tĩnh',
  '44': 'Quảng Trị',
  '46': 'Huế',
  '48': 'Đà Nẵng',
  '51': 'Quảng Ngãi',
  '52': 'Gia Lai',
  '56': 'Khánh Hòa',
  '66': 'Đắk Lắk',
  '68': 'Lâm Đồng',
  '75': 'Đồng Nai',
  '79': 'Hồ Chí Minh',
  '80': 'Tây Ninh',
  '82': 'Đồng Tháp',
  '86': 'Vĩnh Long',
  '91': 'An Giang',
  '92': 'Cần Thơ',
  '96': 'Cà Mau',
}

/** Code of the new list to the codes of the old list that went into it. */
const madeOf: Readonly<Record<string, readonly string[]>> = {
  '01': ['01'],
  '04': ['04'],
  '08': ['02', '08'],
  '11': ['11'],
  '12': ['12'],
  '14': ['14'],
  '15': ['10', '15'],
  '19': ['06', '19'],
  '20': ['20'],
  '22': ['22'],
  '24': ['24', '27'],
  '25': ['17', '25', '26'],
  '31': ['30', '31'],
  '33': ['33', '34'],
  '37': ['35', '36', '37'],
  '38': ['38'],
  '40': ['40'],
  '42': ['42'],
  '44': ['44', '45'],
  '46': ['46'],
  '48': ['48', '49'],
  '51': ['51', '62'],
  '52': ['52', '64'],
  '56': ['56', '58'],
  '66': ['54', '66'],
  '68': ['60', '67', '68'],
  '75': ['70', '75'],
  '79': ['74', '77', '79'],
  '80': ['72', '80'],
  '82': ['82', '87'],
  '86': ['83', '84', '86'],
  '91': ['89', '91'],
  '92': ['92', '93', '94'],
  '96': ['95', '96'],
}

const successors = new Map(Object.entries(madeOf).flatMap(([now, before]) => before.map((one) => [one, now] as const)))

/** The code of today for a code of the old list; undefined for a code the old list did not have. */
export const provinceNow = (oldCode: string): string | undefined => successors.get(oldCode)
