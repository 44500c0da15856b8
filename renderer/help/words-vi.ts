// Vietnamese words of the pages on tasks: a few sentences each, in the order one does things. Roles are told by the table of rights itself.
import type { TaskPage } from './pages.ts'

/** `do`: steps in order. `know`: what surprises people. */
export type TaskWords = { readonly about: string; readonly do: readonly string[]; readonly know: readonly string[] }

export const helpVi: Readonly<Record<TaskPage, TaskWords>> = {
  start: {
    about: 'Mọi hồ sơ của cơ quan nằm trong một tệp có mã hóa trên máy này. Không có mạng, không có máy chủ.',
    do: [
      'Muốn thử trước: ở trang đầu, bấm “Mở tỉnh mẫu”. Mọi thứ trong đó là dữ liệu giả.',
      'Làm thật: tạo tệp mới, ghi tên cơ quan và những người làm việc với vai của từng người.',
      'Chọn mình trong danh sách “Ai đang làm việc?”. Mọi việc ghi vào sổ mang tên người ấy.',
      'Ở phần Cơ quan: khai ngày nghỉ, sổ văn bản, mẫu Word; lập nơi cấp chứng thư nếu cơ quan ký bằng khóa của mình.',
    ],
    know: ['Mất mật khẩu của tệp thì không ai mở được, kể cả người viết ứng dụng.', 'Cần ít nhất hai người trong tổ kiểm phiếu.'],
  },
  case: {
    about: 'Hồ sơ đi theo bộ quy tắc của ngày có chủ trương; bộ quy tắc gắn một lần và không đổi lặng lẽ.',
    do: [
      'Ctrl M mở hồ sơ: trả lời các câu hỏi bên trái, đọc bên phải quy tắc nào áp dụng và vì sao.',
      'Nhấn con dấu đỏ hai nhịp: nhịp một hiện câu sẽ ghi, nhịp hai ghi.',
      'Trang hồ sơ nói việc kế tiếp. Việc chưa mở được nói rõ thiếu gì, theo điều nào, bấm vào đâu để mở.',
      'Ghi từng việc với văn bản của nó; triệu tập hội nghị; nhận chương trình hành động; trình; ghi quyết định; lưu trữ.',
    ],
    know: [
      'Cái đã ghi không sửa được. Sai thì ghi một việc khác để đính chính, kèm lý do.',
      'Dòng màu hổ phách “thiết lập” là chỗ văn bản chưa quy định; ứng dụng không dẫn nó như luật.',
    ],
  },
  meeting: {
    about:
      'Trang hội nghị đi theo thứ tự của luật: khai mạc, danh sách, chương trình hành động, tổ kiểm phiếu, phiếu, kiểm, kết quả, biên bản.',
    do: [
      'Điểm danh: gõ vài chữ không dấu, Enter ghi có mặt.',
      'Mời từng người trình bày chương trình hành động; thiếu một người thì chưa phát phiếu được.',
      'Phát phiếu, thu phiếu, sang kiểm phiếu. Mỗi con số đi vào sổ ngay.',
      'Đọc câu kết quả nếu được công bố; không được công bố thì đọc câu kết thúc.',
    ],
    know: [
      'Mất điện giữa chừng: mở lại, mọi thứ đã ghi còn nguyên và nháp đang gõ cũng còn.',
      'Phím Esc ra từng lớp: ô đang gõ, việc đang xem, rồi về hồ sơ. Hội nghị vẫn đang họp và nháp vẫn còn.',
    ],
  },
  count: {
    about: 'Hai người kiểm độc lập dưới hai tên; không ai xem số của người kia cho tới khi hai bên đóng.',
    do: [
      'Người thứ nhất nhập, con số được cộng ngay khi gõ và báo nếu không khớp.',
      'Người thứ hai chọn tên mình ở đầu trang rồi kiểm và xác nhận.',
      'Nếu lệch, ứng dụng nói lệch ở đâu; kiểm lại chỗ đó.',
    ],
    know: [
      'Ứng dụng không có chỗ nào ghi ai bỏ phiếu cho ai, theo thứ tự nào, lúc nào.',
      'Người nhập không được xác nhận kết quả của chính mình.',
    ],
  },
  sealed: {
    about: 'Kết quả mà luật không cho công bố được niêm ngay: không hiện trên màn hình của vai không được biết, không lên màn chiếu.',
    do: [
      'Ô gạch chéo nghĩa là có kết quả và bạn không được xem.',
      'Muốn mở: một người xin mở kèm lý do, người thứ hai đồng ý; kết quả hiện 30 giây rồi đóng. Cả hai được ghi vào sổ.',
    ],
    know: ['Trang “Ai làm việc gì” nói từng vai được biết gì, từ lúc nào.'],
  },
  sign: {
    about: 'Văn bản được lập ngay khi bước của nó xong; ký lần lượt theo thứ tự trên văn bản.',
    do: [
      'Mở văn bản từ hồ sơ, đọc, chọn khóa, gõ mật khẩu hoặc mã PIN, nhấn con dấu.',
      'Nhiều văn bản một lúc: phần Ký văn bản, mở khóa một lần, ký từng tờ.',
      'In: Ctrl P trên trang văn bản xem đúng bản sẽ in.',
    ],
    know: [
      'Trước khi ký, họ tên, ngày, số phiếu giữa các văn bản được đối chiếu; chỗ lệch phải có lý do mới ký được.',
      'Hồ sơ mật chỉ in, không ký số ở đây, trừ khi cơ quan có chính sách đã nạp.',
    ],
  },
  people: {
    about: 'Người, đơn vị, chức danh được ghi theo từng ngày: xem được sổ của bất kỳ ngày nào, kể cả ngày trước khi ghi.',
    do: [
      'Phần Cán bộ: gõ vài chữ của tên hay số định danh để tìm, chọn đơn vị ở bên trái, đổi “Xem tại ngày”.',
      'Lập từng hồ sơ; trong hồ sơ ghi thêm hay sửa từng phần, ghi giữ chức và thôi giữ chức kèm ngày.',
      'Nhập, xuất, báo cáo: thả bảng tính, xem lại từng cột là gì, bấm “Thử, chưa ghi gì”, đọc từng dòng sẽ thành gì rồi mới nhập.',
      'Chất lượng hồ sơ: con số nào cũng bấm được để thấy những người đứng sau nó.',
    ],
    know: [
      'Không xóa, không ghi đè: sửa sai là ghi thêm, lịch sử còn nguyên. Cả một lần nhập cũng lấy lại được.',
      'Trùng tên không có nghĩa là một người: dòng nào chưa rõ thì ứng dụng hỏi.',
      'Xem hồ sơ cá nhân và xuất dữ liệu cá nhân đều được ghi lại.',
    ],
  },
  planning: {
    about: 'Mỗi chức danh của một nhiệm kỳ có một danh sách quy hoạch; việc đến hạn được nhắc theo ngày làm việc của cơ quan.',
    do: [
      'Tờ Việc đến hạn: bấm vào tên để tới người, hồ sơ hay danh sách ấy.',
      'Lập danh sách cho một chức danh, rồi đề xuất người tìm trong sổ cán bộ; ai chưa đề xuất được thì nói vì sao, theo điều nào.',
      'Duyệt bằng văn bản; rà soát hằng năm trong một lượt: giữ, đưa ra, bổ sung.',
    ],
    know: [
      'Luật chỉ đề xuất đưa ra; người có trách nhiệm xác nhận, hoặc ghi vì sao không.',
      'Ngày của lịch năm và thời gian nhắc đặt lại được; thời hạn theo quy định thì không.',
    ],
  },
  check: {
    about: 'Ai cũng kiểm được một hồ sơ mà không cần mạng, kể cả không có ứng dụng này.',
    do: ['Phần Kiểm tra hồ sơ: thả tệp PDF hoặc gói vào.', 'Đọc kết luận, rồi từng điểm kiểm; điểm hỏng nói thấy gì, nghĩa là gì, làm gì.'],
    know: ['“Chưa đủ cơ sở” không phải là đạt.', 'Trang kiểm một tệp chạy trong bất kỳ trình duyệt nào; đi kèm mọi gói bàn giao.'],
  },
  backup: {
    about: 'Tệp dữ liệu và tệp khóa bên cạnh là tất cả. Sao lưu là chép cả hai sang nơi khác khi đang mở.',
    do: [
      'Phần Cơ quan, mục Tệp dữ liệu, sao lưu: ghi đường dẫn (ví dụ ổ USB), bấm Sao lưu.',
      'Thử mở bản sao một lần mỗi tháng.',
      'Bộ khôi phục của nơi cấp chứng thư: in ra, cất trong két.',
    ],
    know: ['Bản sao cũng cần mật khẩu của tệp.', 'Đừng đặt tệp đang làm trên ổ mạng hay ổ đồng bộ.'],
  },
  keys: {
    about: 'Mọi việc làm được bằng bàn phím, và không chữ cái nào là phím tắt.',
    do: [
      'Ctrl K tìm hồ sơ, cán bộ, văn bản, việc, trang trợ giúp bằng vài chữ không dấu.',
      'F6 sang tờ kế tiếp, Esc ra một bậc, F1 phím của trang.',
      'Nháp tự giữ trong tệp có mã hóa sau mỗi lần gõ; Ctrl Z lùi, Ctrl Shift Z làm lại.',
      'Ctrl + và Ctrl − đổi cỡ chữ; nền tối và tương phản cao ở Thiết lập.',
    ],
    know: ['Mật khẩu và mã PIN không bao giờ nằm trong nháp.', 'Số phiếu đang gõ không vào nháp: chúng được giữ riêng, kín.'],
  },
}
