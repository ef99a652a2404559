import type { SignalWords } from '../signal.ts';

export const vietnamese: SignalWords = {
  civil:
    'xin|vui lòng|làm ơn|giúp|giúp mình|giúp tôi|cho|cho tôi|cho mình|cho em|cho e|tôi muốn|mình muốn|em muốn|tôi cần|mình cần|với|ạ|nhé|nha|đi|ad|ơi|ngay|cảm ơn|chào|em|mình|tôi|e|được không|dc k|ko|cần|muốn|gặp',
  people: '',
  wants_person: {
    says: `nối máy|noi may cho|chăm sóc khách hàng|cskh đâu|cskh dau|chat với cskh|chat trực tiếp|người phụ trách|chuyên viên|bộ phận hỗ trợ|bộ phận chăm sóc|nói chuyện với admin|nói chuyện với người|nói chuyện đt|nhân viên đâu|nhân viên online|nhân viên trực|nv hỗ trợ|nhân viên liên hệ|số tổng đài|số hotline|hotline|số điện thoại hỗ trợ|gọi điện thoại|k muốn chat với robot|ko chat với bot|k phải bot|chán nói chuyện với máy|tôi cần người|mình cần người|t cần người|kêu người|gọi người|ai đó hiểu|cho tôi gặp|cho mình gặp|cho e gặp|cho em gặp|cho gặp ai|có tư vấn viên|tư vấn viên|=nhân viên|=người thật|=con người|=người|=tư vấn viên|=tổng đài|=tổng đài viên|=hỗ trợ viên|=cskh|=nv|=quản lý|=nhân viên hỗ trợ|=chăm sóc khách hàng|=human|gặp nhân viên|gặp người|gặp tư vấn|gặp cskh|gặp nv|gặp quản lý|gặp hỗ trợ|gặp tổng đài|gặp admin|gặp người thật|nói chuyện với người|nói chuyện với nhân viên|nói chuyện với ai|nói chuyện với tư vấn|nói chuyện với nv|nói chuyện với con người|nói với người thật|chat với người|chat với nhân viên|chat với nv|chat vs người|nc với người|nc với nv|kết nối…nhân viên|kết nối…người|kết nối…tư vấn|kết nối…tổng đài|kết nối nv|chuyển…nhân viên|chuyển…người thật|chuyển…cho nv|chuyển…tư vấn viên|chuyển máy|người thật|con người thật|nhân viên thật|nhân viên hỗ trợ trực tiếp|hỗ trợ trực tiếp|cần nhân viên|cần người hỗ trợ|cần người thật|muốn gặp|gọi nhân viên|gọi người|kêu nhân viên|gọi điện cho|gọi lại cho|không muốn…bot|ko muốn…bot|k muốn…bot|không muốn…robot|không muốn…máy|không nói chuyện với bot|không chat với bot|đừng dùng bot|đừng trả lời tự động|ghét bot|bot ngu|chán bot|bạn là bot|bạn là robot|là bot à|là bot hả|bot hay người|phải người không|có phải người|có ai không|có ai ko|có ai ở đó|có ai hỗ trợ|ai đó trả lời|ai hỗ trợ|có người không|có nv nào|có nhân viên nào`,
    unless: `hotline giả|nhân viên trực tuyến giả|số điện thoại hỗ trợ giả|tự xưng chuyên viên|không cần nhân viên|không cần gặp|ko cần gặp|ko cần nhân viên|không cần người|không cần nói chuyện|không muốn gặp|không muốn nói chuyện với người|không muốn nói chuyện với nhân viên|nhân viên giả|giả nhân viên|giả danh nhân viên|tự xưng nhân viên|nhân viên nói|nhân viên bảo|đã gặp nhân viên|tôi là người thật|mình là người thật|xác minh người thật|có ai không biết|có ai dùng|có ai bị|bot giao dịch|bot lưới|khỏi gặp nhân viên`,
  },
  account_stolen: {
    says: `có người đang rút|ai đó đang rút|người khác đang rút|có người đang chuyển|tới địa chỉ lạ|đến địa chỉ lạ|bị rút sạch|rút sạch tiền rồi|rút sạch coin|rút sạch tiền của|ai…rút hết|nó vào rút|có lệnh rút lạ|có giao dịch lạ|có api lạ|bị rút đi|bị ai vào|ai vào rút|vào rút|bay sạch|đâu phải tôi|đâu phải mình|không phải tôi|không phải của tôi|không phải do tôi|đăng nhập từ nơi lạ|đăng nhập từ nước ngoài|hack acc|hack mất|có người xài acc|có người dùng acc|có người giao dịch|người khác đổi|kẻ gian|biến mất khỏi tài khoản|coin tự nhiên biến mất|mất tiền trong tài khoản|mất coin trong|mất quyền kiểm soát|bị xâm nhập|xâm nhập tài khoản|điều khiển từ xa|bấm link lạ|bấm link giả|link lạ bị|trang giả mạo|đưa mã otp|lộ mã otp|lừa đưa mã|api bị lộ|tôi không đặt|ai đó vừa đăng nhập|ai đó đã rút|ai đó dùng|sim bị cướp|bị mất cắp|bị hack|bị hách|bị hắc|hacker|bị hacked|bị mất tài khoản|bị cướp tài khoản|bị chiếm tài khoản|bị chiếm đoạt|chiếm đoạt tài khoản|bị đánh cắp|đánh cắp|bị lấy cắp|lấy cắp|bị trộm|bị ăn cắp|bị lấy hết|bị rút hết|bị rút trộm|bị rút mất|rút trộm|ai đó đăng nhập|có người đăng nhập|người lạ đăng nhập|ai đó vào tài khoản|có người vào tài khoản|người khác đăng nhập|người khác vào tài khoản|ai đó rút|có người rút|người khác rút|ai đó đổi|có người đổi mật khẩu|bị đổi mật khẩu|bị đổi email|bị đổi sđt|bị đổi số|không phải tôi rút|không phải mình rút|không phải em rút|ko phải tôi rút|không phải tôi làm|không phải mình làm|không phải tôi thực hiện|không phải mình thực hiện|không phải tôi đăng nhập|không phải mình đăng nhập|ko phải mình|tôi không rút|mình không rút|em không rút|tôi không hề rút|mình không hề rút|tôi không thực hiện|mình không thực hiện|tôi đâu có rút|mình đâu có rút|trái phép|thiết bị lạ|đăng nhập lạ|lạ đăng nhập|bị lừa lấy mật khẩu|nhập mật khẩu vào web giả|dính phishing|dính link giả|bị lộ mật khẩu`,
    unless: `trộm điện thoại|trộm mất điện thoại|không rút nữa|gửi tới địa chỉ lạ thì|rút hết tiền về|muốn rút hết|rút hết coin|cách rút hết|rút hết về|không phải tôi muốn|rút sạch tài khoản có|tôi không đặt lệnh được|có phải tôi|sợ lộ|làm sao rút hết|không rút hết|do bị hack|wallet bị hack|ví bị hack|không bị hack|chưa bị hack|sợ bị hack|tránh bị hack|nếu bị hack|có bị hack không|có bị hack ko|bị hack thì sao|chống hack|sàn bị hack|sàn từng bị hack|từng bị hack|phòng hacker|nếu bị mất tài khoản|chống trộm|tránh bị đánh cắp`,
  },
  other_stolen: {
    says: `trộm thẻ|trộm mất thẻ|mất thẻ ngân hàng|thẻ bị trộm|thẻ bị đánh cắp|thẻ…bị đánh cắp|thẻ bị lấy cắp|lấy cắp thẻ|đánh cắp thẻ|ăn cắp thẻ|thẻ bị quẹt trộm|móc túi|trộm ví có thẻ|trộm ví tiền|trộm ví và thẻ|trộm mất ví…thẻ|trộm bóp|ví metamask…bị|metamask…bị hack|ví ledger…bị|ví trust…bị|ví riêng…bị|ví cá nhân…bị|ví lạnh…bị`,
  },
  access_taken: {
    together: [
      [
        `email…bị đổi|email…bị thay|email…thay đổi|email…email lạ|email…bị sửa|đổi email của tôi|đổi email của mình|số điện thoại…bị đổi|số điện thoại…bị thay|số điện thoại…thay đổi|số điện thoại…số lạ|sđt…bị đổi|sđt…bị thay|số…bị đổi`,
        `không phải tôi|không phải mình|không phải em|không phải do tôi|tôi không đổi|mình không đổi|tôi không hề đổi|mình không hề đổi|tôi không làm|mình không làm|tôi không thay|tôi chưa từng đổi|tôi đâu có đổi|mình đâu có đổi|tôi không yêu cầu|ai đó đổi|ai đó đã đổi|người khác đổi`,
      ],
      [
        `trang giả|trang web giả|web giả|link giả|app giả|giả mạo|trang lừa đảo|web lừa đảo|link lừa đảo|trang nhái|web nhái|trang giống|web giống|phishing`,
        `nhập mật khẩu|nhập pass|nhập mã|nhập thông tin|đã nhập|lỡ nhập|gõ mật khẩu|điền mật khẩu|điền thông tin|đưa mật khẩu|đăng nhập vào|đăng nhập trên|đăng nhập web|lỡ đăng nhập|đã đăng nhập`,
      ],
      [
        `trộm điện thoại|trộm mất điện thoại|trộm lấy điện thoại|trộm mất đt|mất cắp điện thoại|cướp điện thoại|cướp mất điện thoại|giật điện thoại|giật mất điện thoại|lấy cắp điện thoại|lấy mất điện thoại|điện thoại bị trộm|điện thoại bị cướp|điện thoại bị giật|điện thoại bị đánh cắp|điện thoại bị mất cắp`,
        `authenticator|ứng dụng xác thực|mã xác thực|app xác thực|2fa|google auth|app ở trong|còn đăng nhập|đang đăng nhập|chưa khóa màn hình|không khóa màn hình`,
      ],
    ],
    unless: `chống phishing|chống lừa đảo|chưa nhập|không nhập|chưa điền|chưa gõ|chưa đăng nhập|nếu bị|nếu điện thoại`,
  },
  complaint: {
    says: `khiếu nại chính thức|khiếu nại lên|sẽ khiếu nại|khiếu nại các bạn|khiếu nại sàn|gửi đơn khiếu nại|đơn khiếu nại gửi|khiếu kiện|tố cáo|khởi kiện|kiện ra tòa|kiện các bạn|kiện sàn|kiện tụng|sẽ kiện|ra tòa|tòa án|luật sư|pháp lý|pháp luật|công an|cảnh sát|trình báo|báo công an|báo cảnh sát|cơ quan chức năng|cơ quan quản lý|bảo vệ người tiêu dùng|a05|cục an ninh mạng|an ninh mạng|bóc phốt|đưa lên báo|đăng lên báo|lên báo chí|báo chí`,
    unless: `không khiếu nại|không phải khiếu nại|ko khiếu nại|cơ quan quản lý nào|khiếu nại p2p ở đâu|khiếu nại lệnh p2p|nút khiếu nại|giấy tờ pháp lý|pháp lý của dự án`,
  },
  self_harm: {
    says: `sống…còn ý nghĩa|sống…không còn ý nghĩa|sống để làm gì|chết đi cho rồi|không còn thiết sống|mệt mỏi…không muốn sống|tự tử|tự sát|muốn chết|chết cho xong|chết đi cho|chết quách|không muốn sống|ko muốn sống|k muốn sống|không thiết sống|hết muốn sống|sống không nổi|không sống nổi|sống làm gì nữa|chán sống|nhảy cầu|nhảy lầu|treo cổ|cắt cổ tay|kết thúc cuộc đời|kết liễu|kết thúc tất cả|từ giã cõi đời|uống thuốc ngủ|uống thuốc sâu|tự làm hại|tự hại bản thân`,
    unless: `muốn chết cười|cười muốn chết|mắc cười muốn chết|cười chết|bận muốn chết|mệt muốn chết|nóng muốn chết|đói muốn chết|không muốn chết`,
  },
  distress: {
    says: `# tuổi|không có tiền trả nợ|không trả nổi nợ|nợ ngập đầu|toàn bộ tiền tiết kiệm|tất cả tiền tiết kiệm|hết tiền tiết kiệm|tiền dành dụm|tiền tích cóp|cả đời tích cóp|tiền dưỡng già|lương hưu|về hưu|tất cả số tiền|toàn bộ số tiền tôi|mất hết tiền|mất hết tài sản|mất hết tất cả|mất hết tiết kiệm|mất hết vốn|mất hết rồi|mất trắng|mất sạch|trắng tay|phá sản|nợ nần|vay nợ|vay nóng|tín dụng đen|vỡ nợ|tiền trọ|tiền thuê nhà|không có tiền ăn|không còn tiền|ko còn tiền|hết tiền ăn|tiền mổ|tiền viện phí|viện phí|nằm viện|bệnh viện|chữa bệnh|tiền thuốc|con ốm|con tôi ốm|mẹ ốm|mẹ bệnh|tiền học|đóng học phí|tiền học phí|nộp học phí|thất nghiệp|mất việc|tôi lớn tuổi|mẹ lớn tuổi|bố lớn tuổi|ba lớn tuổi|đã lớn tuổi|mình lớn tuổi|70 tuổi|75 tuổi|80 tuổi|khuyết tật|mẹ đơn thân|trầm cảm|không ngủ được|ko ngủ được|khóc|tuyệt vọng|cùng đường|hết đường|bế tắc|cầu xin|van xin|xin hãy cứu|cứu tôi|cứu em|cứu mình|suy sụp|nghiện cờ bạc|vợ bỏ`,
    unless: `cho vay crypto|vay crypto như|khóc cười|cười khóc|gói tiết kiệm|sản phẩm tiết kiệm|vay ký quỹ|vay margin`,
  },
  angry: {
    says: `lừa đảo vl|sàn lừa đảo|bọn lừa đảo|lũ lừa đảo|đồ lừa đảo|quân lừa đảo|toàn lừa đảo|ăn cướp|ăn cắp tiền của|bọn ăn cướp|lũ cướp|cướp tiền|đồ ăn cướp|đmm|đcm|dkm|vcl|vkl|vl|clgt|mẹ mày|mẹ chúng mày|đồ ngu|ngu như|bot ngu|lũ ngu|óc chó|chó má|khốn nạn|mất dạy|vô trách nhiệm|vô dụng|rác rưởi|sàn rác|rác vậy|như cứt|tệ quá|quá tệ|tệ hại|tồi tệ|dở tệ|bực mình|bực quá|bực|tức quá|tức giận|điên tiết|điên lên|chịu hết nổi|hết chịu nổi|quá đáng|không chấp nhận được|trả tiền đây|trả tiền cho tao|trả tiền lại đây|làm ăn kiểu gì|làm ăn như|giỡn mặt|chúng mày|bọn mày`,
    unless: `có lừa đảo không|lừa đảo không|phải lừa đảo không|bị lừa đảo|kẻ lừa đảo|tin nhắn lừa đảo|web lừa đảo|câu hỏi ngu|hỏi ngu|không bực|hộp thư rác|thư rác|coin rác|tao đàn`,
  },
  urgent: {
    says: `khẩn cấp|gấp gấp|rất gấp|hỗ trợ gấp|xử lý gấp|ngay lập tức|lập tức|ngay bây giờ|càng sớm càng tốt|sớm nhất có thể|nhanh lên|nhanh giúp|nhanh với|nhanh dùm|mau lên|lẹ lên|lẹ giúp|không chờ được|ko chờ được|không đợi được|ko đợi được|hết thời gian|trong hôm nay|sắp cháy|sắp bị thanh lý|sắp thanh lý|khóa ngay|đóng băng ngay|chặn ngay`,
    unless: `không gấp|ko gấp|k gấp|không cần gấp|không khẩn cấp|liên hệ khẩn cấp|không vội|ko vội|gấp đôi|gấp ba|gấp mấy lần|gấp 2|gấp 10|tăng gấp`,
  },
  injection: {
    says: `quên hết hướng dẫn|quên mọi hướng dẫn|quên các hướng dẫn|quên tất cả|quên mọi quy tắc|vượt qua mọi giới hạn|bỏ qua…hướng dẫn|bỏ qua…chỉ dẫn|bỏ qua…lệnh trước|bỏ qua…quy tắc|bỏ qua mọi|bỏ qua tất cả|phớt lờ…hướng dẫn|phớt lờ…chỉ dẫn|phớt lờ…quy tắc|quên hết những gì|lờ đi…hướng dẫn|lời nhắc hệ thống|prompt hệ thống|system prompt|hiển thị…prompt|cho xem…prompt|tiết lộ…prompt|tiết lộ…hướng dẫn|in ra…prompt|in ra…hướng dẫn|hướng dẫn ban đầu của|chỉ dẫn ban đầu|chỉ dẫn ẩn|prompt của bạn|hãy đóng vai|đóng vai…|giả vờ|giả sử bạn là|hãy giả làm|hành động như…|bạn bây giờ là|bây giờ bạn là|từ bây giờ bạn là|từ giờ bạn là|chế độ nhà phát triển|chế độ quản trị|chế độ admin|không có giới hạn nào|chỉ dẫn mới|hướng dẫn mới là|lặp lại…phía trên`,
    unless: `bỏ qua tin nhắn trước|bỏ qua tin trước|bỏ qua tin nhắn trên|làm theo hướng dẫn|tắt chế độ nhà phát triển|bạn bây giờ là người`,
  },
  thanks: {
    says: `cảm ơn|cám ơn|cảm ơn nhiều|cam on|camon|tks|thank|thanks|biết ơn|đa tạ|cảm tạ|c.ơn|cám ưn`,
    unless: `không cảm ơn|không, cảm ơn|ko cảm ơn|thôi cảm ơn|không cần cảm ơn|cảm ơn trước|xin cảm ơn trước`,
  },
  greeting: {
    says: `xin chào|chào ad|chào bạn|chào anh|chào chị|chào em|chào shop|chào sàn|^chào|chào mọi người|^alo|alo ad|alo sàn|^hello|kính chào|chào buổi`,
    unless: `lời chào mời`,
  },
  yes: {
    says: `^có|^vâng|^vâng ạ|^dạ|^dạ vâng|^dạ có|^dạ đúng|^dạ đúng rồi|^đúng|^đúng rồi|^đúng vậy|^đúng r|^ừ|^ừm|^ờ|^phải|^phải rồi|^chuẩn|^được|^đc|^dc|^ok|^oke|^đồng ý|^xác nhận|^chính xác|^rồi|^đã được|^được rồi|^đã giải quyết|^có ạ|^tất nhiên|^có nhé|^hiểu rồi`,
  },
  no: {
    says: `^không|^ko|^hông|^hong|^khong|^không ạ|^không phải|^ko phải|^dạ không|^dạ ko|^dạ chưa|^chưa|^chưa ạ|^chưa được|^vẫn chưa|^không đúng|^sai rồi|^sai|^không cần|^ko cần|^không cảm ơn|^không cần đâu|^thôi|^thôi khỏi|^khỏi|^không đồng ý|^không có|^ko có|^đâu có|^không cái nào`,
  },
  not_helpful: {
    says: `không giúp được|ko giúp được|không giúp ích|ko giúp ích|chẳng giúp|chả giúp|không có ích|không hữu ích|ko hữu ích|vô ích|không giải quyết|ko giải quyết|chưa giải quyết|vẫn không được|vẫn ko được|vẫn k được|vẫn chưa được|vẫn vậy|vẫn thế|không phải câu hỏi|không phải điều tôi hỏi|không phải cái tôi hỏi|không phải ý tôi|ko phải ý mình|không phải ý mình|tôi không hỏi|mình không hỏi|mình ko hỏi|ý tôi không phải|trả lời sai|trả lời không đúng|trả lời ko đúng|không đúng câu hỏi|ko trả lời đúng|trả lời lung tung|lạc đề|không liên quan|ko liên quan|không hiểu ý|ko hiểu ý|không hiểu câu hỏi|bạn không hiểu|bot không hiểu|đã thử|thử rồi|làm rồi mà|đã làm theo|lặp đi lặp lại|trả lời y chang|trả lời giống|copy paste|văn mẫu|trả lời tự động|không ăn thua|ko ăn thua`,
    unless: `đã thử nghiệm`,
  },
  not_now: {
    says: `là tôi tôi đang|sàn khác|năm ngoái|năm trước|năm trước đó|mấy năm trước|vài năm trước|mấy tháng trước|vài tháng trước|từng bị hack|trước đây bị|hồi trước bị|đã giải quyết xong|giải quyết xong rồi|đã xử lý xong|xử lý xong rồi|đã lấy lại được|lấy lại được rồi|lấy lại được tài khoản|không bị hack|chưa bị hack|không phải bị hack|không mất gì|là tôi tự|là mình tự|chính tôi đăng nhập|chính tôi rút|hóa ra là tôi|hóa ra là mình|nếu bị|nếu tài khoản|nếu ai đó|nếu có người|nếu lỡ|lỡ bị|phòng khi|làm sao để không bị|làm sao tránh|làm sao để tránh|phòng tránh|cách bảo vệ|làm sao bảo vệ|làm sao để bảo vệ|sợ bị hack|sợ bị mất|nghe nói|đọc tin`,
  },
  asks_how: {
    says: `làm sao|làm thế nào|thế nào|cách|được không|dc không|đc ko|có thể|tôi muốn|mình muốn|em muốn|có nhận|hỗ trợ…không`,
    unless: `cách đây|phải làm sao|làm sao lấy lại|làm thế nào để lấy lại|cách lấy lại`,
  },
};
