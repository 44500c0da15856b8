// Action programs of believable length, about two pages each (documents.md A8.2, A8.3). Made up, like the people who hand them in.
import type { ProgramText } from '../procedure/facts.ts'

/** What tells one nominee's program from another's. */
export type Theme = {
  readonly field: string
  readonly results: string
  readonly limits: string
  readonly breakthroughs: readonly [string, string]
  readonly measure: string
}

export const themes: readonly [Theme, Theme, Theme] = [
  {
    field: 'tổ chức bộ máy và quản lý biên chế',
    results:
      'đã hoàn thành rà soát chức năng, nhiệm vụ của toàn bộ các phòng chuyên môn; giảm 12% số đầu mối bên trong; xây dựng xong đề án vị trí việc làm của Sở và hướng dẫn 18 cơ quan, đơn vị cùng thực hiện',
    limits:
      'việc giao biên chế còn dựa nhiều vào số liệu năm trước, chưa gắn chặt với khối lượng công việc; một số nhiệm vụ còn giao thoa giữa hai phòng; thời gian thẩm định đề án của cơ sở có lúc còn chậm hơn quy định',
    breakthroughs: [
      'xây dựng bộ tiêu chí đo khối lượng công việc của từng vị trí việc làm và dùng bộ tiêu chí đó làm căn cứ giao biên chế hằng năm',
      'rà soát, phân định lại các nhiệm vụ còn giao thoa, bảo đảm một việc chỉ một phòng chủ trì và chịu trách nhiệm đến cùng',
    ],
    measure: '100% vị trí việc làm có bản mô tả công việc được duyệt; thời gian thẩm định một đề án không quá 15 ngày làm việc',
  },
  {
    field: 'cải cách hành chính và phục vụ người dân',
    results:
      'đã tham mưu cắt giảm thời gian giải quyết của 64 thủ tục hành chính; đưa 41 thủ tục lên dịch vụ công trực tuyến toàn trình; mức hài lòng của người dân qua khảo sát hằng năm tăng từ 83% lên 90%',
    limits:
      'tỷ lệ hồ sơ nộp trực tuyến ở một số lĩnh vực còn thấp; cán bộ tiếp nhận còn phải nhập lại dữ liệu nhiều lần; việc xin lỗi khi trễ hẹn có nơi còn hình thức',
    breakthroughs: [
      'mỗi quý chọn một nhóm thủ tục để làm lại quy trình từ đầu, bỏ giấy tờ mà cơ quan nhà nước đã có dữ liệu',
      'công khai hằng tuần số hồ sơ trễ hẹn của từng phòng, nêu rõ nguyên nhân và người chịu trách nhiệm',
    ],
    measure: 'tỷ lệ hồ sơ đúng hạn đạt trên 98%; tỷ lệ hồ sơ trực tuyến toàn trình đạt 75%; mức hài lòng của người dân đạt 93%',
  },
  {
    field: 'đào tạo, bồi dưỡng và xây dựng đội ngũ công chức',
    results:
      'đã tổ chức 26 lớp bồi dưỡng theo vị trí việc làm cho hơn 1.900 lượt công chức; xây dựng dữ liệu hồ sơ công chức dùng chung; tham mưu luân phiên 37 vị trí theo quy định',
    limits:
      'nội dung bồi dưỡng còn nặng lý thuyết; chưa đánh giá được thay đổi trong công việc sau khóa học; nguồn cán bộ trẻ, cán bộ nữ quy hoạch cấp phòng còn mỏng',
    breakthroughs: [
      'chuyển ít nhất một nửa số lớp sang hình thức học qua tình huống có thật của cơ quan và đánh giá lại sau sáu tháng',
      'lập chương trình kèm cặp, mỗi lãnh đạo phòng trực tiếp giúp đỡ hai công chức trẻ trong quy hoạch',
    ],
    measure: '80% công chức được đánh giá lại sau khóa học; tỷ lệ cán bộ trẻ trong quy hoạch cấp phòng đạt ít nhất 30%',
  },
]

type Section = ProgramText['sections'][number]
const section = (key: Section['key'], title: string, ...paragraphs: readonly string[]): Section => ({
  key,
  title,
  text: paragraphs.join('\n'),
})

/** `post`, `unit`: as they stand in the case; `years` of the term. */
export function actionProgram(theme: Theme, post: string, unit: string, years: number): ProgramText {
  const [first, second] = theme.breakthroughs
  return {
    pages: 3,
    sections: [
      section(
        'situation',
        '1. Đánh giá tình hình',
        `Trong những năm qua, tập thể lãnh đạo ${unit} đã đoàn kết, lãnh đạo cơ quan hoàn thành tốt nhiệm vụ chính trị được giao. Ở lĩnh vực ${theme.field} mà tôi trực tiếp phụ trách, đơn vị ${theme.results}. Những kết quả đó có được trước hết do sự chỉ đạo thường xuyên của lãnh đạo Sở, sự phối hợp của các cơ quan, đơn vị và sự nỗ lực của toàn thể công chức, người lao động.`,
        `Bên cạnh kết quả đạt được, vẫn còn những hạn chế phải thẳng thắn nhìn nhận: ${theme.limits}. Nguyên nhân chủ quan là chính: công tác kiểm tra, đôn đốc chưa thường xuyên; việc phân công có lúc chưa rõ người, rõ việc, rõ thời hạn; dữ liệu phục vụ quản lý chưa đầy đủ, chưa được cập nhật kịp thời. Là người đứng đầu một phòng chuyên môn, tôi nhận trách nhiệm của mình trong những hạn chế nêu trên.`,
        'Yêu cầu đặt ra trong thời gian tới là rất cao: bộ máy phải tinh gọn, hoạt động hiệu năng, hiệu lực, hiệu quả; công chức phải chuyên nghiệp, trách nhiệm; người dân và doanh nghiệp phải được phục vụ nhanh hơn, thuận tiện hơn, với chi phí thấp hơn.',
      ),
      section(
        'goals',
        '2. Mục tiêu đến hết nhiệm kỳ',
        `Nếu được tín nhiệm bổ nhiệm giữ chức vụ ${post}, tôi xác định mục tiêu chung là cùng tập thể lãnh đạo xây dựng ${unit} trở thành cơ quan gương mẫu về kỷ luật, kỷ cương, có chất lượng tham mưu tốt và phương pháp làm việc khoa học.`,
        `Chỉ tiêu cụ thể đến hết nhiệm kỳ ${years} năm: ${theme.measure}; 100% nhiệm vụ cấp trên giao được hoàn thành đúng hạn; không có đơn thư vượt cấp do giải quyết chậm hoặc sai thẩm quyền; hằng năm cơ quan được xếp loại hoàn thành tốt nhiệm vụ trở lên.`,
      ),
      section(
        'tasks',
        '3. Nhiệm vụ và giải pháp',
        'Một là, giữ vững nguyên tắc tập trung dân chủ, đoàn kết nội bộ. Mọi việc lớn của lĩnh vực phụ trách đều được đưa ra tập thể bàn bạc; khi đã thống nhất thì tổ chức thực hiện nghiêm, có kiểm tra, có đánh giá. Tôi sẽ chủ động báo cáo Giám đốc những vấn đề mới, khó, còn ý kiến khác nhau, không đùn đẩy, không né tránh.',
        `Hai là, nâng cao chất lượng công tác ${theme.field}. Rà soát toàn bộ văn bản, quy trình hiện có; bãi bỏ những nội dung đã lạc hậu; xây dựng kế hoạch công tác theo quý, phân công theo nguyên tắc rõ người, rõ việc, rõ thẩm quyền, rõ trách nhiệm, rõ sản phẩm và rõ thời gian.`,
        'Ba là, quan tâm xây dựng đội ngũ. Giao việc theo năng lực, tạo điều kiện để công chức trẻ được thử thách; đánh giá hằng tháng dựa trên sản phẩm cụ thể; kịp thời biểu dương người làm tốt, nhắc nhở và giúp đỡ người còn hạn chế. Công khai, minh bạch trong nâng lương, khen thưởng, quy hoạch và bồi dưỡng.',
        'Bốn là, tăng cường phối hợp với các sở, ngành và với cơ sở. Dành thời gian đi cơ sở ít nhất mỗi tháng hai lần để nghe, nắm và giải quyết vướng mắc tại chỗ; những việc vượt thẩm quyền được tổng hợp, báo cáo trong vòng năm ngày làm việc.',
      ),
      section(
        'breakthroughs',
        '4. Nhiệm vụ đột phá',
        `Thứ nhất, ${first}. Việc này được làm thí điểm ở hai phòng trong sáu tháng đầu, rút kinh nghiệm rồi mới mở rộng, tránh phong trào, hình thức.`,
        `Thứ hai, ${second}. Kết quả được báo cáo tại giao ban hằng tháng và là một căn cứ để đánh giá, xếp loại người đứng đầu các phòng.`,
      ),
      section(
        'timeline',
        '5. Lộ trình thực hiện',
        'Trong 100 ngày đầu: nắm chắc tình hình, làm việc với từng phòng, từng đơn vị trực thuộc; hoàn thành rà soát và trình tập thể lãnh đạo danh mục việc cần làm ngay.',
        `Trong năm thứ nhất: hoàn thành thí điểm hai nhiệm vụ đột phá, ban hành quy trình mới, tập huấn cho toàn bộ công chức có liên quan. Từ năm thứ hai đến hết nhiệm kỳ ${years} năm: mở rộng, đánh giá hằng năm, điều chỉnh chỉ tiêu cho phù hợp và công khai kết quả trước hội nghị cán bộ, công chức.`,
      ),
      section(
        'resources',
        '6. Nguồn lực và phối hợp',
        'Sử dụng hiệu quả kinh phí được giao, không đề nghị tăng biên chế; ưu tiên dùng chung dữ liệu đã có. Rủi ro lớn nhất là thói quen làm việc cũ; tôi sẽ bắt đầu từ những việc nhỏ, có kết quả nhìn thấy được, để tạo sự đồng thuận.',
      ),
      section(
        'commitments',
        '7. Cam kết',
        'Tôi cam kết giữ gìn phẩm chất đạo đức, lối sống, thực hiện nghiêm trách nhiệm nêu gương; kê khai tài sản, thu nhập trung thực; không để người thân lợi dụng vị trí công tác; tự nguyện nhận trách nhiệm trước tập thể nếu không hoàn thành các chỉ tiêu đã đăng ký. Chương trình hành động này là căn cứ để tập thể theo dõi, đánh giá tôi hằng năm.',
      ),
      section(
        'proposals',
        '8. Đề xuất, kiến nghị',
        'Kính đề nghị tập thể lãnh đạo tiếp tục quan tâm, góp ý và tạo điều kiện để tôi hoàn thành nhiệm vụ, dù ở bất kỳ cương vị công tác nào được phân công.',
      ),
    ],
  }
}
