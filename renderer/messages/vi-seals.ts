// Vietnamese words of keys and seals: tokens, sittings, the clock, lists of revoked certificates, the recovery kit.
export const viSeals = {
  token: {
    title: 'Đăng ký khóa trong thiết bị ký',
    help: 'Thiết bị PKCS#11 (USB token, thẻ). Khóa bí mật không rời thiết bị.',
    driver: 'Trình điều khiển',
    noDriver: 'Chưa có trình điều khiển nào trong sổ.',
    path: 'Tệp trình điều khiển',
    pathHelp: 'Đường dẫn đầy đủ tới tệp .dll, .so hoặc .dylib của thiết bị. Tệp được chạy trong tiến trình riêng.',
    addDriver: 'Thêm trình điều khiển',
    look: 'Tìm thiết bị',
    none: 'Không có chứng thư ký nào trong thiết bị.',
    holds: '{{label}} {{model}}',
    certificate: '{{name}} {{id}}, {{issuer}}, còn hạn đến {{day}}',
    register: 'Đăng ký khóa của {{name}}',
    registered: 'đã đăng ký',
    inToken: 'trong {{label}}',
  },
  tokenTries: { some: 'còn đủ lần thử mã PIN', few: 'còn ít lần thử mã PIN', one: 'chỉ còn một lần thử mã PIN', none: 'đã khóa' },
}
