import type { MacroTexts } from './macro-keys.ts';

export const vi: MacroTexts = {
  memo: 'Cảm ơn bạn đã liên hệ. Khoản nạp {field.asset} của bạn đã đến địa chỉ của chúng tôi nhưng thiếu memo (tag) nên hệ thống không xác định được người nhận và chưa tự động ghi có. Vui lòng gửi TXID, memo hiển thị trên trang nạp và ảnh chụp màn hình giao dịch ở ví gửi. Chúng tôi sẽ kiểm tra xem có thể ghi có cho bạn hay không và báo kết quả tại đây.',
  deposit:
    'Khoản nạp được ghi có sau khi mạng xác nhận đủ số lần; số lần cần thiết có trên trang nạp. Vui lòng gửi cho tôi TXID, mạng và số lượng. Tôi sẽ kiểm tra xem giao dịch đã đến chưa và đang chờ bước nào.',
  wrong_network:
    'Có vẻ giao dịch được gửi qua mạng khác với mạng của địa chỉ nạp. Vui lòng gửi TXID, mạng bạn đã chọn ở ví gửi và địa chỉ nhận. Việc khôi phục tùy thuộc vào loại tài sản và mạng nên tôi chưa thể hứa trước khi nhân viên chuyên trách kiểm tra. Trong lúc này, vui lòng không gửi thêm vào địa chỉ đó.',
  review:
    'Lệnh rút của bạn đang được xem xét. Đây là bước kiểm tra an ninh trước khi gửi đi, tài sản vẫn đứng tên tài khoản của bạn. Bạn không cần làm gì trừ khi chúng tôi yêu cầu tại đây. Tôi không thể rút ngắn thời gian xem xét nhưng sẽ báo ngay khi có kết quả. Mã yêu cầu của bạn là #{ticket.number}.',
  fee: 'Rút USDT qua mạng TRC20 mất phí 1 USDT, không phụ thuộc số lượng. Phí được trừ vào số lượng rút, nên số nhận được là số lượng trừ phí. Trang rút tiền hiển thị phí trước khi bạn xác nhận.',
  kyc: 'Giấy tờ bạn gửi chưa được chấp nhận. Vui lòng gửi lại và lưu ý: bản gốc còn hiệu lực, không dùng bản sao; thấy đủ bốn góc; ảnh rõ nét, không lóa, không chỉnh sửa; họ tên và ngày sinh khớp với tài khoản. Chỉ tải lên tại trang xác minh, vui lòng không gửi qua khung chat này.',
  stolen:
    'Trước hết hãy bảo vệ tài khoản của bạn. 1. Đổi mật khẩu tài khoản và email trên thiết bị đáng tin cậy. 2. Đăng xuất mọi thiết bị khác và xóa các khóa API lạ. 3. Không trả lời bất kỳ ai liên hệ về việc này qua kênh khác: chúng tôi không bao giờ hỏi mật khẩu, mã xác minh hay cụm từ khôi phục. Sau đó, vui lòng cho tôi biết bạn phát hiện lúc nào, thao tác nào không phải do bạn thực hiện và các TXID. Đội an ninh đang xử lý yêu cầu #{ticket.number}.',
  two_factor:
    'Rất tiếc bạn không lấy được mã xác minh. Để đặt lại xác thực hai yếu tố, cần chứng minh tài khoản là của bạn và chỉ đội an ninh mới thực hiện được. Tại trang đăng nhập, hãy chọn “Không dùng được mã” và làm theo hướng dẫn. Để an toàn, việc rút tiền có thể bị tạm giữ một thời gian sau đó. Đừng gửi mã hay cụm từ khôi phục cho bất kỳ ai, kể cả chúng tôi.',
  p2p: 'Chúng tôi đã nhận khiếu nại của bạn về lệnh {field.order_id}. Vui lòng gửi biên lai ngân hàng hoặc dịch vụ thanh toán có ngày, số tiền và tên hai bên, cùng tin nhắn của bên kia. Trước khi có quyết định, vui lòng không hủy lệnh và không mở khóa tài sản khi tiền chưa thực sự vào tài khoản của bạn. Chúng tôi nghe cả hai bên rồi mới quyết định.',
  api: 'Vui lòng gửi mã lỗi và thông báo lỗi đầy đủ, endpoint và thời điểm của một yêu cầu (UTC). Đồng thời hãy kiểm tra: khóa có đủ quyền và chưa hết hạn; địa chỉ máy chủ nằm trong danh sách cho phép; đồng hồ máy chủ chính xác; thứ tự tham số khi ký đúng như tài liệu API. Đừng bao giờ gửi khóa bí mật cho chúng tôi: nếu đã lộ, hãy xóa và tạo khóa mới.',
  fiat: 'Vui lòng gửi biên lai chuyển khoản của ngân hàng có ngày, số tiền, loại tiền, nội dung và tên chủ tài khoản. Khoản chuyển chỉ được ghi có nếu tên đó trùng với tên trên tài khoản của bạn. Khi có biên lai, đội thanh toán sẽ tra soát; ngân hàng có thể mất vài ngày làm việc để trả lời và tôi sẽ báo tại đây ngay khi có tin.',
  liquidation:
    'Tôi hiểu việc bị thanh lý rất khó chấp nhận. Vị thế bị thanh lý theo giá đánh dấu, không phải giá khớp gần nhất, khi ký quỹ thấp hơn mức yêu cầu. Vui lòng cho tôi biết hợp đồng và thời điểm thanh lý. Tôi sẽ cùng bạn xem lại ghi nhận: giá đánh dấu, ký quỹ và các bước sau đó.',
  solved:
    'Rất vui vì vấn đề đã được giải quyết. Tôi đánh dấu yêu cầu #{ticket.number} là đã giải quyết. Nếu vẫn còn điều gì, bạn chỉ cần trả lời tại đây và chúng tôi sẽ tiếp tục. {agent.name}',
};
