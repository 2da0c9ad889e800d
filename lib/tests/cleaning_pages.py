"""Pages composed in the manner of different sites, each line with the kind it should get.

The letter before each line is its kind; a line without one is blank. Fields that the page gives stand in FIELDS.
"""

from __future__ import annotations

KINDS = {
    "T": "title", "D": "dateline", "Y": "byline", "H": "heading", "B": "body", "C": "caption", "R": "teaser",
    "N": "nav", "F": "footer",
}  # fmt: skip

MARKED = {
    "national_daily": """
N|Thời sự
N|Chính trị
D|Thứ năm, 7/3/2024, 08:15 (GMT+7)
T|Quốc hội xem xét sửa Luật Đất đai vào tháng 6
B|Ủy ban Thường vụ Quốc hội thống nhất trình Quốc hội xem xét, thông qua một số nội dung còn ý kiến khác nhau của dự luật tại kỳ họp giữa năm.
B|Sáng 7/3, tại phiên họp chuyên đề, Chủ nhiệm Ủy ban Kinh tế Vũ Hồng Thanh cho biết ban soạn thảo đã tiếp thu hơn 12 triệu lượt ý kiến của người dân. Dự thảo sau chỉnh lý gồm 16 chương, 260 điều.
C|Chủ nhiệm Ủy ban Kinh tế Vũ Hồng Thanh trình bày báo cáo sáng 7/3. Ảnh: Media Quốc hội
B|Theo ông Thanh, điểm mới đáng chú ý nhất là bỏ khung giá đất, thay vào đó bảng giá sẽ được cập nhật hằng năm. "Đây là bước đi cần thiết để giá đất tiệm cận thị trường", ông nói.
B|Một số đại biểu lo ngại người dân vùng sâu khó tiếp cận thông tin. Ban soạn thảo đề nghị giao chính quyền cấp xã niêm yết công khai.
Y|Sơn Hà - Viết Tuân
N|Trở lại Thời sự
N|Lưu bài viết
N|Chia sẻ
R|Giá đất sát thị trường: Ai được lợi, ai chịu thiệt
R|Nhiều địa phương lúng túng khi định giá đất
N|Ý kiến (25)
""",
    "agency": """
N|Trang chủ
N|Kinh tế
T|Xuất khẩu nông sản sang thị trường châu Âu tăng mạnh trong quý 1

B|Theo Bộ Nông nghiệp và Phát triển nông thôn, kim ngạch xuất khẩu nông sản sang EU ba tháng đầu năm ước đạt 1,2 tỷ USD, tăng 18,5% so với cùng kỳ năm trước.

Y|Nguyễn Hồng Điệp (TTXVN/Vietnam+)
D|05/04/2023 14:05 GMT+7
C|Chế biến cá tra xuất khẩu tại nhà máy ở Đồng Tháp. (Ảnh: Vũ Sinh/TTXVN)

B|Hà Nội (TTXVN) - Ngày 5/4, Bộ Nông nghiệp và Phát triển nông thôn tổ chức họp báo thường kỳ quý 1. Tại đây, Thứ trưởng Phùng Đức Tiến cho biết các mặt hàng chủ lực đều giữ được đà tăng.

B|Cụ thể, rau quả đạt 210 triệu USD; cà phê đạt 480 triệu USD; thủy sản đạt 300 triệu USD.

N|TIN LIÊN QUAN
R|Việt Nam và EU thúc đẩy hợp tác nông nghiệp xanh
R|Cà phê Việt giữ vững vị trí thứ hai tại thị trường Đức

B|Tuy nhiên, các doanh nghiệp vẫn gặp khó khăn về chi phí vận tải và các quy định mới về chống phá rừng của EU. Bộ sẽ phối hợp với Bộ Công Thương tháo gỡ từng nhóm vướng mắc.

B|"Chúng tôi sẽ cùng doanh nghiệp xây dựng vùng nguyên liệu có truy xuất nguồn gốc," Thứ trưởng nhấn mạnh./.

N|#xuất khẩu nông sản #EU #cà phê
N|Theo dõi VietnamPlus
N|Tin cùng chuyên mục
R|Giá gạo xuất khẩu tiếp tục neo ở mức cao
R|Hai giờ trước
F|Cơ quan chủ quản: Thông tấn xã Việt Nam
F|Tổng Biên tập: Trần Tiến Duẩn
F|Giấy phép số: 1374/GP-BTTTT cấp ngày 11/9/2008
F|© Bản quyền thuộc về VietnamPlus, TTXVN.
""",
    "sport": """
T|Tuyển Việt Nam ngược dòng thắng Indonesia phút bù giờ
D|Chủ nhật, 09/06/2019 | 22:47
N|Chia sẻ
N|Facebook
N|Zalo
B|(Dân trí) - Bị dẫn trước từ phút 21, đội tuyển Việt Nam vẫn giành chiến thắng 2-1 nhờ hai pha lập công trong hiệp hai.
C|Các cầu thủ Việt Nam ăn mừng bàn thắng quyết định (Ảnh: Mạnh Quân)
B|Đội khách nhập cuộc tốt hơn. Phút 21, từ quả đá phạt bên cánh trái, trung vệ của Indonesia bật cao đánh đầu mở tỷ số.
B|Sau giờ nghỉ, HLV Park Hang Seo tung Công Phượng vào sân. Thay đổi này lập tức phát huy tác dụng.
H|Phút bù giờ nghẹt thở
B|Phút 90+3, Quang Hải đá phạt từ cự ly 25 m, bóng đi vòng qua hàng rào và nằm gọn trong lưới.
B|"Các học trò đã chiến đấu đến giây cuối cùng", ông Park nói sau trận.
H|Đội hình thi đấu
B|Việt Nam: Văn Lâm, Duy Mạnh, Tiến Dũng, Đình Trọng, Trọng Hoàng, Văn Hậu, Xuân Trường, Hùng Dũng, Quang Hải, Văn Toàn, Tuấn Anh.
B|Indonesia: Andritany, Rezaldi, Hansamu, Ricky, Ruben, Zulfiandi, Evan Dimas, Saddil, Febri, Stefano, Beto.
Y|Hoàng Thắng
N|Từ khóa: tuyển Việt Nam, Park Hang Seo
N|Đọc nhiều
R|Bảng xếp hạng FIFA: Việt Nam lên hạng 96
""",
    "television_interview": """
T|Chuyên gia: Lạm phát năm nay khó vượt mục tiêu

D|Minh Anh-Thứ tư, ngày 12/10/2022 18:30 GMT+7

C|TS. Nguyễn Đức Độ, Phó Viện trưởng Viện Kinh tế - Tài chính

B|VTV.vn - Áp lực giá cả những tháng cuối năm không nhỏ, nhưng lạm phát cả năm vẫn trong tầm kiểm soát.

B|Thưa ông, chỉ số giá tiêu dùng chín tháng tăng 2,73%, ông đánh giá thế nào về con số này?

B|TS. Nguyễn Đức Độ: Đây là mức tăng thấp nếu so với nhiều nước trong khu vực. Giá xăng dầu đã hạ nhiệt và nguồn cung lương thực dồi dào.

C|Chuyên gia: Lạm phát năm nay khó vượt mục tiêu - Ảnh 1.

C|Người dân mua sắm tại siêu thị ở Hà Nội.

B|Vậy đâu là rủi ro lớn nhất từ nay đến cuối năm?

B|TS. Nguyễn Đức Độ: Tỷ giá. Đồng USD mạnh lên khiến giá nguyên liệu nhập khẩu tăng theo.

B|- Thứ nhất, doanh nghiệp phải trả nhiều hơn cho đơn hàng cũ.

B|- Thứ hai, nợ nước ngoài bằng ngoại tệ trở nên đắt đỏ.

B|Xin cảm ơn ông!

F|* Mời quý độc giả theo dõi các chương trình đã phát sóng của Đài Truyền hình Việt Nam trên TV Online và VTVGo!

N|TIN MỚI

R|Giá vàng trong nước giảm phiên thứ ba liên tiếp 12 phút trước
""",
    "youth_daily": """
T|TP.HCM sẽ có thêm 5 tuyến buýt điện trong năm 2025
D|10/11/2024 09:12 GMT+7
B|TTO - Các tuyến mới kết nối ga metro với khu dân cư, dùng xe 30 chỗ, giá vé 6.000 đồng mỗi lượt.
C|TP.HCM sẽ có thêm 5 tuyến buýt điện trong năm 2025 - Ảnh 1.
C|Hành khách đi thử xe buýt điện ở TP Thủ Đức - Ảnh: CHÂU TUẤN
B|Ngày 10-11, Trung tâm Quản lý giao thông công cộng cho biết đã hoàn tất khảo sát lộ trình. Mỗi tuyến dài từ 8 đến 14km.
B|Ông Phạm Ngọc Dũng, giám đốc trung tâm, nói thời gian giãn cách giữa hai chuyến là 10 phút vào giờ cao điểm.
R|>> Metro số 1 TP.HCM chạy chính thức từ ngày 22-12
H|Người dân chờ đợi gì?
B|Chị Lê Thị Thu Hà (quận 9) mong các trạm dừng có mái che, vì nắng và mưa là lý do khiến chị ngại đi xe buýt.
B|Còn anh Trần Quốc Bảo cho rằng "điều quan trọng nhất vẫn là đúng giờ".
Y|ĐỨC PHÚ
N|Bình luận (12)
N|Gửi
""",
    "provincial_all_caps": """
D|Thứ 3, Ngày 16/07/2024 -
T|HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LẦN THỨ 15
D|Ngày đăng: 08/07/2024  11:38
N|Mặc định Cỡ chữ
B|Sáng ngày 08/7, Tỉnh ủy tổ chức Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 15 nhằm đánh giá kết quả thực hiện nhiệm vụ 6 tháng đầu năm. Đồng chí Dương Văn Trang, Bí thư Tỉnh ủy chủ trì hội nghị.



C|Đồng chí Dương Văn Trang, Bí thư Tỉnh ủy phát biểu khai mạc hội nghị



B|Báo cáo tại hội nghị cho thấy, tổng sản phẩm trên địa bàn tăng 7,2%; thu ngân sách đạt 58% dự toán. Công tác xây dựng Đảng tiếp tục được chú trọng, nhất là ở các xã biên giới.



C|Quang cảnh hội nghị



B|Kết luận hội nghị, đồng chí Bí thư Tỉnh ủy yêu cầu các cấp ủy tập trung tháo gỡ khó khăn cho doanh nghiệp, đẩy nhanh giải ngân vốn đầu tư công.

Y|Tin, ảnh: Hồng Nhung

F|Lượt xem: 245
N|In bài viết
N|Các tin khác
R|Thường trực HĐND tỉnh giám sát tại huyện Ngọc Hồi (05/07/2024)
R|Lãnh đạo tỉnh thăm, tặng quà gia đình chính sách (04/07/2024)
F|Địa chỉ: 125 Phan Đình Phùng, TP. Kon Tum
F|Điện thoại: 0260.3862.710
""",
    "law_court": """
N|Pháp luật
T|Nữ giám đốc lừa bán đất dự án lĩnh 14 năm tù
D|21/12/2021 - 16:02
B|(PLO)- TAND TP Cần Thơ tuyên phạt bị cáo Trần Thị M. 14 năm tù về tội lừa đảo chiếm đoạt tài sản, buộc bồi thường cho các bị hại hơn 9 tỉ đồng.

B|Theo cáo trạng, năm 2018, bị cáo M. lập công ty bất động sản rồi tự vẽ dự án phân lô trên đất nông nghiệp. Bà ta nhận tiền cọc của 23 người.

C|Bị cáo M. tại tòa. Ảnh: NHẪN NAM

B|Tại tòa, bị cáo thừa nhận hành vi nhưng khai toàn bộ số tiền đã dùng trả nợ. HĐXX nhận định hành vi của bị cáo là đặc biệt nghiêm trọng.

B|Điều 174. Tội lừa đảo chiếm đoạt tài sản

B|1. Người nào bằng thủ đoạn gian dối chiếm đoạt tài sản của người khác trị giá từ 2.000.000 đồng trở lên thì bị phạt tù.

B|2. Phạm tội thuộc một trong các trường hợp sau đây thì bị phạt tù từ 2 năm đến 7 năm.

B|Đại diện VKS đề nghị HĐXX tuyên phạt từ 13 đến 15 năm tù.

Y|NHẪN NAM

N|Đừng bỏ lỡ

R|Khởi tố nhóm "cò đất" thổi giá ở vùng ven
R|Mua đất bằng giấy tay, coi chừng mất trắng
""",
    "culture_poem": """
T|Nhớ một mùa sen ở Huế
Y|Trần Hoàng Vy
D|15/6/2020
B|Tôi trở lại Huế vào đúng mùa sen. Hồ Tịnh Tâm sáng sớm còn mờ hơi nước, những cánh sen trắng khép hờ như chưa muốn thức.

B|Bà cụ bán hàng bên hồ đọc cho tôi nghe mấy câu thơ cũ:

B|Trong đầm gì đẹp bằng sen
B|Lá xanh bông trắng lại chen nhị vàng
B|Nhị vàng bông trắng lá xanh
B|Gần bùn mà chẳng hôi tanh mùi bùn

B|Tôi hỏi bà có biết ai làm ra câu ca ấy không. Bà cười: “Của trời đất thôi con à!”.

B|Người Huế giữ sen như giữ nếp nhà. Mỗi sớm, họ chèo thuyền ra hái, ướp trà, rồi đem biếu nhau.

N|Chia sẻ bài viết
N|Bài viết khác
R|Tiếng chuông chiều trên sông Hương
""",
    "list_article": """
T|5 mẹo bảo quản thực phẩm ngày Tết
D|Đăng lúc: 08:00 - 05/02/2021
Y|Theo Sức khỏe & Đời sống
B|Thời tiết nồm ẩm khiến thực phẩm dễ hỏng. Những mẹo nhỏ dưới đây giúp bạn giữ đồ ăn tươi ngon hơn trong những ngày Tết.
H|1. Bánh chưng
B|Treo bánh ở nơi thoáng gió, tránh ánh nắng. Bánh đã cắt cần bọc kín và để ngăn mát.
H|2. Giò, chả
B|Chỉ cắt vừa đủ ăn. Phần còn lại bọc lá chuối rồi cho vào hộp.
H|3. Rau xanh
B|Nhặt sạch, để ráo, gói bằng giấy báo.
H|4. Thịt đông
B|Luôn để trong tủ lạnh và dùng hết trong ba ngày.
H|5. Hoa quả
B|Không rửa trước khi cất.
N|Tags: thực phẩm, Tết, bảo quản
N|Theo dõi chúng tôi trên Facebook
""",
    "ministry_portal": """
N|Trang chủ
N|Giới thiệu
N|Tin tức - Sự kiện
N|Văn bản
N|Liên hệ
D|Thứ sáu, 20/08/2021 15:20 GMT+7
N|Cỡ chữ: A- A+
T|Bộ Khoa học và Công nghệ làm việc với tỉnh Lâm Đồng về nông nghiệp công nghệ cao
B|Ngày 20/8/2021, Thứ trưởng Bộ Khoa học và Công nghệ Trần Văn Tùng đã có buổi làm việc với UBND tỉnh Lâm Đồng về kết quả thực hiện các chương trình phối hợp giai đoạn 2016-2020.
B|Báo cáo tại buổi làm việc, Phó Chủ tịch UBND tỉnh Phạm S cho biết, toàn tỉnh hiện có 60.000 ha sản xuất nông nghiệp công nghệ cao, chiếm 20% diện tích canh tác. Giá trị sản xuất bình quân đạt 400 triệu đồng mỗi ha.
C|Toàn cảnh buổi làm việc.
B|Thứ trưởng Trần Văn Tùng đánh giá cao nỗ lực của địa phương và đề nghị tỉnh tiếp tục quan tâm phát triển các doanh nghiệp khoa học và công nghệ.
Y|Nguồn: Trung tâm Truyền thông Khoa học và Công nghệ
F|Lượt xem: 1.204
N|Tìm theo ngày :
N|Đánh giá
F|Liên kết website
F|Bản quyền của Bộ Khoa học và Công nghệ
F|Chịu trách nhiệm nội dung: Trung tâm Công nghệ thông tin
""",
    "radio": """
N|VOV.VN
T|Bộ Y tế: Chủ động ứng phó với dịch sốt xuất huyết
D|Thứ Hai, 14:32, 18/07/2022
B|VOV.VN - Số ca mắc sốt xuất huyết tại các tỉnh phía Nam tăng nhanh, nhiều bệnh viện quá tải.
B|Bộ Y tế vừa có công văn gửi UBND các tỉnh, thành phố trực thuộc Trung ương đề nghị tăng cường phòng, chống sốt xuất huyết. Từ đầu năm đến nay, cả nước ghi nhận hơn 92.000 ca mắc, 36 ca tử vong.
C|Phun hóa chất diệt muỗi tại quận Bình Tân, TP.HCM (ảnh: Kim Dung)
R|Xem thêm: TP.HCM lập 6 đoàn kiểm tra phòng chống sốt xuất huyết
B|Theo các chuyên gia, sốt xuất huyết năm nay đến sớm và diễn biến bất thường. Người dân cần diệt lăng quăng, ngủ màn kể cả ban ngày.
B|Khi có dấu hiệu sốt cao liên tục, đau bụng, chảy máu chân răng, cần đến ngay cơ sở y tế./.
Y|Văn Hải/VOV.VN
N|Tag: Bộ Y tế sốt xuất huyết dịch bệnh
N|Viết bình luận
N|Gửi
N|Tin liên quan
R|TP.HCM: Hơn 20.000 ca sốt xuất huyết, 11 ca tử vong
R|VOV.VN - Ngành y tế thành phố khuyến cáo người dân không tự ý truyền dịch tại nhà.
""",
    "table_cells": """
T|Thủ tướng thị sát dự án cao tốc Bắc - Nam qua Ninh Thuận
R|Đẩy nhanh giải phóng mặt bằng cao tốc phía Đông Phó Thủ tướng Lê Văn Thành yêu cầu các địa phương bàn giao toàn bộ mặt bằng trong quý II, không để nhà thầu phải chờ đợi, kiên quyết xử lý những trường hợp cố tình chây ỳ làm chậm tiến độ chung của dự án trọng điểm quốc gia. |
B|Sáng 14/5/2022, Thủ tướng Phạm Minh Chính đã kiểm tra tiến độ thi công hầm Núi Vung. Đây là hạng mục phức tạp nhất của đoạn Cam Lâm - Vĩnh Hảo.
C|Thủ tướng động viên công nhân trên công trường. |
B|Nhà thầu báo cáo đã đào được 1.200 m hầm, đạt 54% khối lượng. Khó khăn lớn nhất là giá vật liệu tăng và thiếu đất đắp.
C|Hầm Núi Vung nhìn từ trên cao. |
B|Thủ tướng yêu cầu các bên làm việc "3 ca, 4 kíp", bảo đảm chất lượng và an toàn lao động. Ông cũng giao Bộ Giao thông Vận tải rà soát cơ chế cấp mỏ vật liệu.
R|Cao tốc Vĩnh Hảo - Phan Thiết về đích đúng hẹn Sau hơn ba năm thi công, các nhà thầu đang dồn lực thảm những kilomet bê tông nhựa cuối cùng để kịp đưa tuyến đường vào khai thác trước dịp nghỉ lễ, rút ngắn thời gian đi lại giữa các tỉnh Nam Trung Bộ với Thành phố Hồ Chí Minh. |
""",
    "deposit_rates": """
N|Kinh doanh
N|Ngân hàng
T|Lãi suất huy động bật tăng ở nhiều kỳ hạn
D|Cập nhật lúc 10:21, Thứ Ba, 07/06/2022 (GMT+7)
B|Nhiều ngân hàng thương mại cổ phần tăng lãi suất tiền gửi từ đầu tháng 6, mức cao nhất vượt 7% một năm.
B|Khảo sát của phóng viên cho thấy biểu lãi suất mới của ba ngân hàng đều nhích thêm 0,2-0,5 điểm phần trăm. Kỳ hạn 12 tháng trở lên tăng mạnh nhất.
C|Giao dịch tại một ngân hàng ở Hà Nội. Ảnh: Giang Huy
B|Chuyên gia Cấn Văn Lực nhận định áp lực lạm phát và nhu cầu tín dụng khiến mặt bằng lãi suất khó giảm. "Nhưng tôi không nghĩ sẽ có một cuộc đua", ông nói.
B|Chi tiết biểu lãi suất đăng tại https://www.sbv.gov.vn/lai-suat để người dân đối chiếu.
Y|Quỳnh Trang
R|Vay mua nhà: Lãi suất thả nổi lên 11%
R|Nhiều người vay mua nhà từ năm ngoái bắt đầu thấm đòn khi hết thời gian ưu đãi.
R|Tỷ giá USD lập đỉnh mới
N|Chia sẻ
N|Copy link thành công
""",
    "one_line": """
B|Chiều 3/2, Đội Cảnh sát giao thông số 1 (Hà Nội) đã hỗ trợ đưa một sản phụ vượt qua đoạn đường ùn tắc để kịp đến bệnh viện sinh con an toàn.
""",
    "weather_places": """
T|Không khí lạnh tràn về, Bắc Bộ rét đậm
D|17/12/2022, 06:00
B|Trung tâm Dự báo Khí tượng Thủy văn Quốc gia cho biết, ngày 17/12 không khí lạnh tiếp tục tăng cường. Vùng núi cao khả năng có băng giá và sương muối.
H|Hà Nội
B|Nhiều mây, có mưa nhỏ rải rác, gió đông bắc cấp 3, nhiệt độ thấp nhất 11 độ C.
H|Đà Nẵng đến Bình Thuận
B|Có mưa rào và dông vài nơi, nhiệt độ cao nhất 26 độ C.
H|Nam Bộ
B|Ngày nắng, chiều tối có mưa rào và dông rải rác, nhiệt độ cao nhất 32 độ C.
""",
    "timeline": """
T|Những mốc son của ngoại giao Việt Nam
D|28/08/2020 07:30
B|Trong 75 năm qua, ngành Ngoại giao đã ghi nhiều dấu ấn trong sự nghiệp giải phóng dân tộc, xây dựng và bảo vệ Tổ quốc.
H|28/8/1945
B|Thành lập Bộ Ngoại giao nước Việt Nam Dân chủ Cộng hòa. Chủ tịch Hồ Chí Minh là Bộ trưởng đầu tiên.
H|21/7/1954
B|Hiệp định Geneva được ký kết, chấm dứt chiến tranh ở Đông Dương.
H|27/1/1973
B|Hiệp định Paris về chấm dứt chiến tranh, lập lại hòa bình ở Việt Nam được ký kết.
H|11/7/1995
B|Việt Nam và Mỹ bình thường hóa quan hệ. Cùng tháng, Việt Nam gia nhập ASEAN.
Y|Lan Phương (tổng hợp)
""",
    "party_daily": """
T|Khai mạc Hội nghị Trung ương 8 khóa XIII
D|Thứ Hai, 02-10-2023, 09:30
B|NDO - Sáng 2/10, Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII khai mạc trọng thể tại Thủ đô Hà Nội. Tổng Bí thư Nguyễn Phú Trọng chủ trì và phát biểu khai mạc hội nghị.
C|Tổng Bí thư Nguyễn Phú Trọng phát biểu khai mạc Hội nghị. (Ảnh: ĐĂNG KHOA)
B|Theo chương trình, hội nghị sẽ thảo luận, cho ý kiến về tình hình kinh tế-xã hội, ngân sách nhà nước năm 2023; việc thực hiện lộ trình cải cách chính sách tiền lương.
C|Các đại biểu dự phiên khai mạc hội nghị.
B|Trung ương cũng tổng kết các nghị quyết về tiếp tục phát huy sức mạnh đại đoàn kết toàn dân tộc, về đội ngũ trí thức, về chính sách xã hội. Hội nghị dự kiến bế mạc ngày 8/10.
N|Có thể bạn quan tâm
R|Điểm nhấn kinh tế-xã hội chín tháng năm 2023
R|Nâng cao chất lượng sinh hoạt chi bộ
F|TỔNG BIÊN TẬP: LÊ QUỐC MINH
F|Tòa soạn: 71 Hàng Trống, Hà Nội
F|Điện thoại: (024) 38254231
""",
    "full_menu": """
N|Mới nhất
N|Video
N|Thời sự
N|Thế giới
N|Giáo dục
N|Đăng nhập
N|Thời sự > Giao thông
T|Đề xuất cấm xe tải vào nội đô giờ cao điểm
D|Đoàn Loan - 05/05/2023 - 06:45
N|A-
N|A+
B|Sở Giao thông Vận tải Hà Nội đề xuất cấm xe tải trên 1,25 tấn hoạt động trong khung giờ 6h-9h và 16h-19h30 trên các tuyến từ vành đai 3 trở vào.
B|Theo Sở, lưu lượng xe trên nhiều tuyến đường đã vượt 1,5 đến 2 lần so với thiết kế. Việc phân luồng là cần thiết.
B|Hiệp hội Vận tải Hà Nội cho rằng cần có lộ trình và bãi trung chuyển đủ lớn. Nếu không, chi phí sẽ dồn lên người tiêu dùng.
N|Quảng cáo
B|Đề xuất đang được lấy ý kiến đến hết ngày 30/6.
N|Chủ đề:
N|giao thông Hà Nội
N|Tin cùng chuyên mục
R|Làm đường trên cao nối cầu Giấy với vành đai 3
R|2 giờ trước
N|Xem thêm
F|© 1997-2023. Toàn bộ bản quyền thuộc báo điện tử.
F|Hotline: 0888 911 911
""",
    "no_dateline_short_sentences": """
T|Người thầy của bản Rào Tre
B|Mười lăm năm. Thầy Hồ Văn Nam đi về trên con đường ấy mười lăm năm.
B|Mùa mưa, suối dâng.
B|Thầy gùi sách lội qua.
B|Bọn trẻ đứng đợi bên kia, tay vẫy rối rít.
B|“Thầy ơi, hôm nay có chữ mới không?”
B|Có chứ.
B|Ngày nào cũng có chữ mới. Bản nghèo, nhưng chữ thì không được nghèo, thầy vẫn bảo vậy.
Y|Ghi chép: Minh Huệ
""",
    "double_captions": """
T|CHUẨN BỊ KỸ LƯỠNG CHO NGÀY HỘI TOÀN DÂN

D|09:47, 15/03/2021

B|Quốc hội đã quyết định ngày bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp là Chủ nhật, ngày 23/5/2021. Đến nay, công tác chuẩn bị đang được gấp rút tiến hành.

C|Cán bộ xã Lũng Cú hướng dẫn cử tri tra cứu danh sách bầu cử tại nhà văn hóa thôn.
C|Cán bộ xã Lũng Cú hướng dẫn cử tri tra cứu danh sách bầu cử tại nhà văn hóa thôn.

B|Tại huyện Đồng Văn, 19 xã, thị trấn đã thành lập ủy ban bầu cử. Danh sách cử tri được rà soát đến từng hộ, kể cả người đi làm ăn xa.

B|Chủ tịch UBND huyện khẳng định sẽ không để sót một cử tri nào. Những nơi đường sá khó khăn được bố trí hòm phiếu phụ.

Y|Bài, ảnh: AN GIANG
""",
    "storm": """
N|Thời sự
N|Chính trị
T|Bão số 3 giật cấp 17, người dân Quảng Ninh hối hả chằng chống nhà cửa
Y|Lã Nghĩa Hiếu
D|06/09/2024 15:20 GMT+7
N|Theo dõi Báo Thanh Niên trên Google News
B|Trước giờ bão số 3 đổ bộ, người dân ở Hạ Long, Cẩm Phả tranh thủ từng phút gia cố mái tôn, đưa tàu thuyền vào nơi trú ẩn.
B|Chiều 6.9, tại cảng Bến Đoan (TP.Hạ Long), hàng trăm tàu cá đã neo đậu san sát. Bộ đội biên phòng đi từng thuyền vận động ngư dân lên bờ.
C|Bộ đội biên phòng giúp dân chằng chống nhà cửa
C|ẢNH: LÃ NGHĨA HIẾU
B|Bà Nguyễn Thị Lụa (62 tuổi) nói: "Tôi sống ở đây cả đời, chưa thấy cơn bão nào người ta lo như thế".
N|Tin liên quan
R|Siêu bão Yagi mạnh cỡ nào?
R|Những vùng nào mưa lớn nhất khi bão số 3 vào đất liền
B|Theo Trung tâm Dự báo khí tượng thủy văn quốc gia, tâm bão cách Quảng Ninh khoảng 350 km về phía đông nam, sức gió mạnh nhất vùng gần tâm bão mạnh cấp 16.
H|Sơ tán hơn 5.000 người
B|Tỉnh Quảng Ninh đã cho học sinh nghỉ học, cấm biển từ 12 giờ trưa. Các hộ sống trên nhà bè được đưa về điểm trường.
N|bão số 3
N|Quảng Ninh
N|Bình luận (0)
N|Gửi bình luận
R|Hà Nội sẵn sàng phương án ứng phó bão
""",
    "labour": """
T|Công nhân mong sớm có nhà ở xã hội
Y|BẢO HÂN
D|LĐO | 14/05/2023 | 08:00
B|Hà Nội - Nhiều công nhân tại Khu công nghiệp Bắc Thăng Long vẫn phải thuê trọ trong những căn phòng chật hẹp, ẩm thấp, dù đã làm việc hơn 10 năm.
C|Công nhân tại một khu trọ ở xã Kim Chung, huyện Đông Anh. Ảnh: Bảo Hân
B|Chị Nguyễn Thị Hương quê Thanh Hóa thuê phòng 12 m2 với giá 900.000 đồng một tháng.
B|"Mỗi tháng dành dụm được 2 triệu đồng thì đến bao giờ mới mua được nhà", chị Hương thở dài.
B|Theo Liên đoàn Lao động thành phố, cả khu công nghiệp có hơn 60.000 lao động, trong đó 70% là người ngoại tỉnh.
B|Đến nay, thành phố mới có một dự án nhà cho công nhân thuê đi vào sử dụng.
Y|Bảo Hân
N|#nhà ở xã hội #công nhân
N|TIN LIÊN QUAN
R|Gói 120.000 tỉ đồng cho nhà ở xã hội giải ngân chậm
R|12/05/2023
""",
    "government": """
T|Thủ tướng: Phát triển văn hóa phải ngang tầm với kinh tế, chính trị
D|12/04/2024 17:48
B|(Chinhphu.vn) - Chiều 12/4, Thủ tướng Chính phủ Phạm Minh Chính chủ trì cuộc làm việc với Bộ Văn hóa, Thể thao và Du lịch về chiến lược phát triển văn hóa.
C|Thủ tướng: Phát triển văn hóa phải ngang tầm với kinh tế, chính trị- Ảnh 1.
C|Thủ tướng Phạm Minh Chính phát biểu tại buổi làm việc - Ảnh: VGP/Nhật Bắc
B|Thủ tướng nêu rõ 3 quan điểm lớn:
B|(1) Văn hóa là nền tảng tinh thần của xã hội;
B|(2) Đầu tư cho văn hóa là đầu tư cho phát triển;
B|(3) Mỗi người dân là một chủ thể sáng tạo.
C|Thủ tướng: Phát triển văn hóa phải ngang tầm với kinh tế, chính trị- Ảnh 2.
C|Bộ trưởng Nguyễn Văn Hùng báo cáo tại buổi làm việc - Ảnh: VGP/Nhật Bắc
B|Bộ trưởng Nguyễn Văn Hùng kiến nghị sớm ban hành cơ chế đặt hàng các tác phẩm đỉnh cao. Thủ tướng giao Bộ Tài chính xem xét, trả lời trong tháng 5.
B|Về du lịch, Thủ tướng đề nghị "biến di sản thành tài sản", không để lãng phí nguồn lực.
Y|Hà Văn
F|Mời bạn đọc tham khảo thêm các bài viết:
N|Chủ đề
N|Đọc nhiều
R|Chỉ đạo, điều hành của Chính phủ, Thủ tướng Chính phủ nổi bật tuần
F|Bản quyền thuộc Báo Điện tử Chính phủ
""",
    "army": """
T|Quân đội nhân dân Việt Nam lên đường làm nhiệm vụ gìn giữ hòa bình
D|Thứ sáu, 28/04/2022 - 10:05
B|QĐND Online - Sáng 28-4, tại sân bay Tân Sơn Nhất, Bộ Quốc phòng tổ chức lễ tiễn Đội Công binh số 1 và Bệnh viện dã chiến cấp 2 số 4 lên đường.
B|Thượng tướng Hoàng Xuân Chiến, Thứ trưởng Bộ Quốc phòng chủ trì buổi lễ.

C|Thượng tướng Hoàng Xuân Chiến trao quyết định cho Đội Công binh số 1.


B|Phát biểu tại buổi lễ, Thượng tướng Hoàng Xuân Chiến nhấn mạnh đây là lần đầu tiên Việt Nam cử lực lượng quy mô lớn tham gia hoạt động gìn giữ hòa bình Liên hợp quốc. Mỗi quân nhân là một đại sứ hòa bình.
B|Đại diện lực lượng lên đường, Thượng tá Mạc Đức Trọng hứa quyết tâm hoàn thành xuất sắc nhiệm vụ.
Y|Tin, ảnh: NGUYỄN ANH
F|* Mời bạn đọc vào chuyên mục Quốc phòng An ninh xem các tin, bài liên quan.
""",
    "wrapped_pdf": """
T|Đổi mới phương thức lãnh đạo của Đảng
T|trong giai đoạn hiện nay
Y|PGS, TS Nguyễn Minh Tuấn
B|Đổi mới phương thức lãnh đạo của Đảng là yêu cầu thường xuyên trong công tác
B|xây dựng Đảng. Trong những năm qua, các cấp ủy đã có nhiều cách làm sáng tạo,
B|phù hợp với điều kiện của từng địa phương.

B|Trước hết, cần nâng cao chất lượng ban hành nghị quyết. Nghị quyết phải ngắn
B|gọn, rõ việc, rõ người, rõ thời hạn.

B|Thứ hai, tăng cường kiểm tra, giám sát. Nơi nào buông lỏng kiểm tra thì coi như
B|không lãnh đạo.
""",
    "health_advice": """
T|Đi bộ mỗi ngày có thật sự giảm cân?
D|Thứ hai, 1/7/2024 | 09:05
B|Nhiều người đi bộ cả năm trời mà cân nặng không đổi. Chuyên gia chỉ ra ba sai lầm thường gặp.
H|Đi quá chậm
B|Bác sĩ Trần Thị Minh cho biết nhịp đi lý tưởng là khoảng 100 bước mỗi phút. Đi như dạo mát thì chỉ tốt cho tinh thần.
H|Ăn bù sau khi đi
B|Một ly trà sữa tương đương hai giờ đi bộ. Nhiều người tự thưởng cho mình mà không biết.
H|Bỏ cuộc sớm
B|Cơ thể cần ít nhất tám tuần để thích nghi. Kiên trì là chìa khóa.
Y|Thu Phương (Theo Healthline)
N|Ý kiến bạn đọc (3)
""",
    "lead_only": """
B|Kinhtedothi - Sáng 15/3, Sở Xây dựng Hà Nội cho biết sẽ cải tạo, chỉnh trang 30 vườn hoa trên địa bàn bốn quận nội thành trong năm nay.
B|Việc cải tạo giữ nguyên cây xanh hiện có, bổ sung ghế ngồi, đèn chiếu sáng và thiết bị thể dục ngoài trời.
B|Người dân đồng tình, nhưng mong muốn có nhà vệ sinh công cộng sạch sẽ.
""",
    "football_scores": """
T|Kết quả vòng 10 V-League 2023: Thể Công vươn lên dẫn đầu
D|07/02/2023 20:15
B|Vòng 10 V-League khép lại với năm trận đấu, có tới 14 bàn thắng được ghi.
H|Kết quả vòng 10
B|Hà Nội FC - HAGL: 2-0
B|Viettel - Nam Định: 3-1
B|SLNA - Bình Dương: 1-1
B|Hải Phòng - Đà Nẵng: 2-2
B|TP.HCM - Thanh Hóa: 0-2
H|Bảng xếp hạng
B|1. Thể Công Viettel: 22 điểm
B|2. Hà Nội FC: 21 điểm
B|3. Thanh Hóa: 20 điểm
B|HLV Popov nói ông hài lòng với tinh thần của các học trò.
Y|V.H
N|Chia sẻ
""",
    "diplomacy": """
N|Trang chủ » Đối ngoại » Chính trị
T|Việt Nam và Nhật Bản nâng cấp quan hệ lên Đối tác chiến lược toàn diện
Y|Hà Phương
D|20:10 | 27/11/2023
B|Baoquocte.vn. Chiều 27/11, tại Tokyo, Chủ tịch nước Võ Văn Thưởng và Thủ tướng Kishida Fumio đã ra Tuyên bố chung về việc nâng cấp quan hệ hai nước.
C|Chủ tịch nước Võ Văn Thưởng và Thủ tướng Kishida Fumio tại họp báo. (Nguồn: TTXVN)
N|TIN LIÊN QUAN
R|Chủ tịch nước Võ Văn Thưởng hội kiến Nhật hoàng Naruhito
B|Hai nhà lãnh đạo nhất trí đưa hợp tác kinh tế đi vào chiều sâu. Nhật Bản tiếp tục cam kết hỗ trợ Việt Nam phát triển hạ tầng chiến lược, đào tạo nguồn nhân lực chất lượng cao.
B|Nhân dịp này, hai bên ký kết 8 văn kiện hợp tác trong các lĩnh vực năng lượng, môi trường, giáo dục.
C|Lễ đón Chủ tịch nước Võ Văn Thưởng tại Phủ Thủ tướng Nhật Bản. (Nguồn: TTXVN)
N|Đọc thêm
R|Dấu ấn nửa thế kỷ quan hệ Việt - Nhật
""",
    "letter": """
T|Thư gửi thầy cô nhân ngày Nhà giáo
B|Kính gửi các thầy giáo, cô giáo!
B|Nhân kỷ niệm ngày Nhà giáo Việt Nam, tôi thân ái gửi tới các thầy giáo, cô giáo lời chúc mừng tốt đẹp nhất.
B|Tôi mong các thầy cô luôn giữ vững ngọn lửa yêu nghề. Các em học sinh là tương lai của đất nước.
B|Chào thân ái!
D|Hà Nội, ngày 18 tháng 11 năm 2022
Y|Nguyễn Xuân Phúc
""",
    "bridge": """
N|Xã hội
N|Giao thông
D|Thứ ba, 22/3/2022 14:15 (GMT+7)
T|Cầu Vĩnh Tuy 2 hợp long sau hơn một năm thi công
B|Nhịp cuối cùng của cầu Vĩnh Tuy giai đoạn 2 được đổ bê tông trưa 22/3, sớm một tháng so với kế hoạch.
C|cau Vinh Tuy 2 anh 1
B|Cầu có tổng mức đầu tư hơn 2.500 tỷ đồng, dài 3,5 km, rộng 19,25 m. Sau khi hoàn thành, cầu sẽ giảm tải cho tuyến vành đai 2.
C|cau Vinh Tuy 2 anh 2
B|Công nhân làm việc ba ca mỗi ngày, kể cả dịp Tết. Khó khăn nhất là giai đoạn giãn cách xã hội, khi thép và xi măng không về kịp.
Y|Việt Linh - Ngọc Tân
N|Hà Nội
N|cầu Vĩnh Tuy 2
N|sông Hồng
N|Bạn có thể quan tâm
R|Hà Nội sắp có thêm ba cây cầu bắc qua sông Hồng
R|Thành phố đang chuẩn bị thủ tục để khởi công các cầu Tứ Liên, Trần Hưng Đạo, Ngọc Hồi.
N|0
""",
    "spokesman": """
T|Người phát ngôn Bộ Ngoại giao: Việt Nam kiên quyết bảo vệ chủ quyền
D|Thứ Năm, 21:05, 23/05/2024
B|VOV.VN - Việt Nam yêu cầu các bên liên quan tôn trọng chủ quyền của Việt Nam đối với hai quần đảo Hoàng Sa và Trường Sa.
B|Tại họp báo thường kỳ chiều 23/5, trả lời câu hỏi của phóng viên về việc một số nước tổ chức tập trận ở Biển Đông, Phó Phát ngôn Bộ Ngoại giao Đoàn Khắc Việt nêu rõ lập trường của Việt Nam.
C|Phó Phát ngôn Bộ Ngoại giao Đoàn Khắc Việt
B|"Mọi hoạt động ở quần đảo Trường Sa mà không được Việt Nam cho phép đều không có giá trị", ông Việt khẳng định.
B|Ông nhấn mạnh, hòa bình, ổn định ở Biển Đông là lợi ích chung của các nước.
Y|Trọng Phú/VOV.VN
""",
    "squad": """
N|Thể thao
N|Bóng đá
N|Trong nước
D|Thứ ba, 3/12/2024, 20:00 (GMT+7)
T|Đội hình Việt Nam dự AFF Cup 2024: Xuân Son có tên
B|HLV Kim Sang-sik chốt 26 cầu thủ, trong đó có tiền đạo nhập tịch Nguyễn Xuân Son dù anh chỉ được thi đấu từ vòng bán kết.
B|Thủ môn: Nguyễn Filip, Nguyễn Đình Triệu, Trần Trung Kiên
B|Hậu vệ: Bùi Tiến Dũng, Nguyễn Thành Chung, Đỗ Duy Mạnh, Bùi Hoàng Việt Anh
B|Tiền vệ: Nguyễn Quang Hải, Đỗ Hùng Dũng, Nguyễn Hoàng Đức
B|Tiền đạo: Nguyễn Tiến Linh, Phạm Tuấn Hải, Nguyễn Xuân Son
C|Xuân Son (giữa) trong buổi tập cùng đội tuyển tại Phú Thọ. Ảnh: Lâm Thỏa
B|Việt Nam nằm ở bảng B cùng Indonesia, Philippines, Myanmar và Lào. Trận ra quân diễn ra ngày 9/12 trên sân của Lào.
B|Đội tuyển sẽ hội quân tại Việt Trì từ ngày 5/12 để chuẩn bị cho trận gặp Indonesia.
Y|Hiếu Lương
R|Lịch thi đấu AFF Cup 2024
N|Trở lại Thể thao
N|Copy link thành công
""",
    "border_commune": """
N|Chính trị

T|Chủ tịch nước thăm, tặng quà đồng bào xã biên giới

D|21:17, 15/01/2023

B|BHG - Chiều 15.1, Chủ tịch nước Nguyễn Xuân Phúc và đoàn công tác Trung ương đã đến thăm, tặng quà các gia đình chính sách, hộ nghèo xã Thanh Thủy, huyện Vị Xuyên.

B|Cùng đi có đồng chí Đặng Quốc Khánh, Bí thư Tỉnh ủy.




C|Chủ tịch nước Nguyễn Xuân Phúc trao quà Tết cho đồng bào xã Thanh Thủy.




B|Phát biểu tại buổi gặp mặt, Chủ tịch nước gửi lời thăm hỏi ân cần tới bà con. Chủ tịch nước mong muốn nhân dân tiếp tục phát huy truyền thống, tham gia bảo vệ đường biên, cột mốc.




C|Bà con nhân dân xã Thanh Thủy chụp ảnh lưu niệm với Chủ tịch nước.




B|Trước đó, Chủ tịch nước đã dâng hương tưởng niệm các anh hùng liệt sĩ tại Nghĩa trang Liệt sĩ Quốc gia Vị Xuyên.

Y|Tin, ảnh: PHẠM HOAN

N|Ý kiến bạn đọc

N|Tên của bạn
N|Thư điện tử
""",
    "wages": """
T|Bộ trưởng Nội vụ: Tăng lương cơ sở từ 1/7 là nỗ lực rất lớn
Y|Thu Hằng
N|Thời sự
D|20/06/2024 | 17:30
B|Bộ trưởng Nội vụ Phạm Thị Thanh Trà cho hay, mức tăng 30% lương cơ sở là cao nhất từ trước đến nay, trong bối cảnh ngân sách còn nhiều khó khăn.
B|Chiều 20/6, báo cáo trước Ủy ban Thường vụ Quốc hội, Bộ trưởng cho biết Chính phủ đề xuất điều chỉnh lương cơ sở từ 1,8 triệu đồng lên 2,34 triệu đồng.
C|Bộ trưởng Nội vụ Phạm Thị Thanh Trà. Ảnh: QH
B|Theo bà Trà, có 4 nội dung đủ điều kiện thực hiện ngay:
B|- Hoàn thiện chế độ nâng lương;
B|- Bổ sung chế độ tiền thưởng bằng 10% quỹ lương cơ bản;
B|- Quy định nguồn kinh phí thực hiện;
B|- Hoàn thiện cơ chế quản lý tiền lương.
H|Thận trọng, từng bước, chắc chắn
B|Chủ tịch Quốc hội Trần Thanh Mẫn đề nghị Chính phủ đánh giá kỹ tác động đối với giá cả. "Phải tránh tình trạng lương chưa tăng, giá đã tăng", ông nói.
""",
    "essay_with_verse": """
N|VĂN NGHỆ
T|Tre và người
Y|Nguyễn Duy
B|Tre xanh xanh tự bao giờ
B|Chuyện ngày xưa đã có bờ tre xanh
B|Thân gầy guộc, lá mong manh
B|Mà sao nên lũy nên thành tre ơi?

B|Bài thơ ấy, lứa chúng tôi thuộc từ thuở cắp sách. Mỗi lần đọc lại, thấy bóng làng hiện về.
B|Có lẽ không loài cây nào gắn với người Việt bền bỉ đến thế.
""",
    "trial": """
T|Xét xử vụ án tại Ngân hàng: Đề nghị tuyên phạt bị cáo chủ mưu mức án cao nhất
D|Thứ Ba, 19/3/2024 11:42
N|Nghe đọc bài 4:32
B|(CAND) - Sáng 19/3, phiên tòa sơ thẩm xét xử 86 bị cáo bước sang phần luận tội. Đại diện Viện kiểm sát đề nghị mức án đối với từng bị cáo.
C|Các bị cáo tại phiên tòa.
B|Viện kiểm sát xác định, từ năm 2012 đến năm 2022, bị cáo đã chỉ đạo lập khống hàng nghìn hồ sơ vay vốn.
B|Hành vi này gây thiệt hại đặc biệt lớn, xâm phạm hoạt động đúng đắn của tổ chức tín dụng.
H|Xin giảm nhẹ
B|Nói lời sau cùng, nhiều bị cáo bày tỏ sự ăn năn. Họ xin được khoan hồng để sớm trở về với gia đình.
Y|Nguyễn Hương
N|Chia sẻ
N|VIẾT CẢM NHẬN CỦA BẠN
N|TIN BÀI KHÁC
R|Bắt nhóm đối tượng cho vay lãi nặng núp bóng công ty tài chính
R|19/03/2024
F|Báo Công an nhân dân điện tử. Giấy phép xuất bản số 42/GP-BTTTT.
F|Tổng Biên tập: Đại tá Phạm Khải
""",
    "party_committee": """
N|ĐẢNG BỘ TỈNH LÀO CAI
N|Tiếng Việt
N|English
N|Tin trong tỉnh
T|Ban Thường vụ Tỉnh ủy cho ý kiến về công tác cán bộ
D|Cập nhật: 14:20 | 11/08/2020
B|Ngày 11/8, Ban Thường vụ Tỉnh ủy tổ chức phiên họp thường kỳ để xem xét, cho ý kiến về một số nội dung quan trọng, trong đó có công tác chuẩn bị nhân sự đại hội.
C|Toàn cảnh phiên họp
B|Các đại biểu đã thảo luận sôi nổi, thẳng thắn. Nhiều ý kiến cho rằng cần ưu tiên cán bộ trẻ, cán bộ nữ, cán bộ là người dân tộc thiểu số.
B|Kết luận phiên họp, Bí thư Tỉnh ủy Đặng Xuân Phong đề nghị các cơ quan tham mưu tiếp thu đầy đủ ý kiến, hoàn thiện trước ngày 15/8.
Y|BBT
F|Tổng số lượt xem: 1520
N|Đánh giá bài viết
N|Tổng số điểm của bài viết là: 0 trong 0 đánh giá
N|Click để đánh giá bài viết
""",
    "actress_interview": """
T|NSND Lan Hương: “Tôi không sợ già, chỉ sợ hết yêu nghề”
D|02/03/2019 06:30 GMT+7
B|TP - Sau ba năm vắng bóng, NSND Lan Hương trở lại màn ảnh với vai người mẹ trong bộ phim truyền hình dài 60 tập.
C|NSND Lan Hương trong phim.
B|Chị nhận vai này như thế nào?
B|Đạo diễn gọi cho tôi lúc nửa đêm. Tôi đọc kịch bản một mạch đến sáng rồi nhận lời.
B|Điều gì khó nhất với chị?
B|Khóc mà không được khóc. Nhân vật của tôi nuốt nước mắt vào trong.
B|Gia đình có ủng hộ không?
B|Chồng tôi bảo: “Em cứ đi đi, việc nhà đã có anh”.
B|- Cảm ơn chị!
Y|NGUYÊN KHÁNH thực hiện
N|MỚI - NÓNG
R|Phim Việt tìm đường ra rạp quốc tế
R|Hai nghệ sĩ được đề nghị xét tặng danh hiệu NSND
""",
    "street_vendors": """
T|Hỗ trợ lao động tự do: Đừng để "con kiến mà kiện củ khoai"
D|06-08-2021 - 07:05 AM | Công đoàn
N|Chia sẻ 12
B|(NLĐO) - Người lao động tự do phải qua nhiều cửa xác nhận mới nhận được 1,5 triệu đồng hỗ trợ.
B|Anh Nguyễn Văn Tèo, bán vé số ở quận Gò Vấp (TP HCM), đã ba lần lên phường nhưng vẫn chưa làm xong hồ sơ. Mỗi lần thiếu một thứ giấy.
C|Người bán vé số ở TP HCM nhận quà hỗ trợ trong đợt giãn cách. Ảnh: HOÀNG TRIỀU
B|"Tôi chỉ mong được nhận sớm để mua sữa cho con", anh Tèo nói.
R|[VIDEO] Những suất cơm 0 đồng giữa mùa dịch
B|Sở Lao động - Thương binh và Xã hội TP HCM cho hay đã đề nghị các địa phương rút gọn thủ tục, không yêu cầu xác nhận nơi tạm trú.
B|Theo luật sư Trần Xuân Tiền, quy định đã rõ, vấn đề nằm ở khâu thực hiện. Cán bộ cơ sở sợ sai nên đòi thêm giấy tờ.
Y|GIANG NAM
N|nld.com.vn
N|Từ khóa: lao động tự do, hỗ trợ, Covid-19
N|TIN LIÊN QUAN
R|Gói 26.000 tỉ đồng: Hơn 5 triệu người được hỗ trợ
N|LÊN TOP
""",
    "motorway": """
T|Mở rộng cao tốc TPHCM - Long Thành: Khởi công trong năm 2025
D|SGGPO 15/03/2025 16:45
B|Bộ Xây dựng vừa phê duyệt dự án đầu tư mở rộng đường cao tốc TPHCM - Long Thành - Dầu Giây, đoạn TPHCM - Long Thành dài gần 22km.

C|Cao tốc TPHCM - Long Thành thường xuyên ùn tắc dịp lễ, tết. Ảnh: QUỐC HÙNG
C|Cao tốc TPHCM - Long Thành thường xuyên ùn tắc dịp lễ, tết. Ảnh: QUỐC HÙNG

B|Theo quyết định, đoạn từ nút giao An Phú đến đường Vành đai 2 được mở rộng lên 8 làn xe; đoạn còn lại 10 làn xe. Tổng mức đầu tư gần 15.000 tỷ đồng.

B|Dự án do VEC làm chủ đầu tư, dự kiến hoàn thành năm 2026.

Y|QUỐC HÙNG

N|Tin liên quan

R|Thông xe tạm cầu Nhơn Trạch trước 30-4

R|TPHCM gỡ vướng mặt bằng Vành đai 3
""",
    "land_donation": """
N|Mặt trận
T|Lắng nghe dân, việc khó mấy cũng xong
B|Câu chuyện hiến đất mở đường ở xã Tân Hòa (huyện Vũ Thư, Thái Bình) cho thấy, khi cán bộ biết lắng nghe thì lòng dân thuận.

B|Ông Phạm Văn Thức, Trưởng Ban công tác Mặt trận thôn Đại Đồng, kể rằng lúc đầu nhiều hộ không đồng tình. "Người ta sợ mất đất mà đường thì chẳng thấy đâu", ông nói.

B|Sau bảy buổi họp, cả 42 hộ dân đều ký cam kết hiến đất. Có nhà hiến hơn trăm mét vuông.

H|Dân bàn, dân làm, dân thụ hưởng

B|Năm 2019, tuyến đường dài 1,2 km hoàn thành. Xe tải vào tận ruộng chở lúa, bà con bớt nhọc nhằn.

Y|Khánh Ly

N|Mặt trận
N|Thái Bình
N|Nên đọc
R|Phát huy vai trò người có uy tín ở vùng cao
""",
    "opinion": """
N|TUỔI TRẺ ONLINE
N|GÓC NHÌN
T|Học phí và câu chuyện công bằng
D|23/05/2022 10:15 GMT+7
Y|TS HOÀNG NGỌC VINH
B|TTO - Tăng học phí là chuyện khó tránh, nhưng tăng thế nào để con nhà nghèo không phải bỏ giấc mơ đại học?
C|Học phí và câu chuyện công bằng - Ảnh 1.
C|Thí sinh tìm hiểu thông tin tuyển sinh năm 2022 - Ảnh: TRẦN HUỲNH
B|Các trường tự chủ đều đã công bố mức thu mới. Có ngành lên tới 70 triệu đồng một năm.
B|Nhiều phụ huynh hỏi tôi: lương công nhân lấy đâu ra?
B|Câu trả lời không chỉ nằm ở nhà trường.
B|* Tín dụng sinh viên phải đủ sống
B|Mức vay hiện nay là 4 triệu đồng một tháng. So với học phí mới, khoản ấy như muối bỏ bể.
B|* Học bổng phải đến đúng người
B|Một nửa học bổng nên dành cho hoàn cảnh khó khăn, thay vì chỉ xét điểm.
N|Đăng nhập
N|Tuổi Trẻ Sao
N|Bình luận (27)
""",
    "new_rules": """
N|Trang chủ > Văn bản > Chính sách mới
T|6 chính sách mới có hiệu lực từ tháng 8/2023
D|01/08/2023
B|Từ tháng 8/2023, nhiều chính sách mới về hộ chiếu, xuất nhập cảnh, y tế, giáo dục bắt đầu có hiệu lực.
H|Cấp thị thực điện tử 90 ngày
B|Luật sửa đổi quy định thị thực điện tử có giá trị một lần hoặc nhiều lần, thời hạn không quá 90 ngày (trước đây là 30 ngày).
H|Bỏ quy định về chứng chỉ chức danh nghề nghiệp riêng cho từng hạng giáo viên
B|Theo Thông tư 08/2023/TT-BGDĐT, mỗi cấp học chỉ yêu cầu một chứng chỉ.
H|Sửa quy định về bảo hiểm
B|a) Bổ sung đối tượng tham gia;
B|b) Điều chỉnh mức đóng;
B|c) Đơn giản hóa thủ tục.
B|Nghị định có hiệu lực từ ngày 15/8/2023.
Y|Theo Báo Chính phủ
""",
    "reader_question": """
T|Ăn gì để ngủ ngon?
D|Thứ Bảy, ngày 11/09/2021 21:00 PM (GMT+7)
B|Em thường xuyên mất ngủ, nghe nói ăn hạt sen thì ngủ được. Xin bác sĩ cho lời khuyên. (Mai Lan, Hải Phòng)
B|Trả lời:
B|Hạt sen có vị ngọt, tính bình, giúp dưỡng tâm an thần. Bạn có thể nấu chè hoặc cháo hạt sen ăn vào buổi tối.
C|Chè hạt sen long nhãn. (Ảnh minh họa)
B|Ngoài ra nên hạn chế cà phê, trà đặc sau 14 giờ.
B|Nếu tình trạng kéo dài trên một tháng, bạn nên đi khám chuyên khoa.
B|Chúc bạn mạnh khỏe!
Y|BS. Nguyễn Thị Hoa
N|Gửi câu hỏi
""",
    "world_news": """
N|Thế giới
T|Mỹ - Trung nối lại đối thoại quân sự cấp cao
D|11:20 | Thứ sáu, 22/12/2023
Y|Thanh Bình
B|Ngày 21/12, Chủ tịch Hội đồng Tham mưu trưởng Liên quân Mỹ Charles Brown đã hội đàm trực tuyến với người đồng cấp Trung Quốc Lưu Chấn Lập.
B|Đây là cuộc trao đổi đầu tiên ở cấp này kể từ tháng 8/2022, khi Bắc Kinh cắt các kênh liên lạc quân sự để phản đối chuyến thăm Đài Loan của Chủ tịch Hạ viện Mỹ Nancy Pelosi.
C|Tướng Charles Brown. Ảnh: AFP/TTXVN
B|Lầu Năm Góc nói hai bên thảo luận "một số vấn đề an ninh toàn cầu và khu vực".
B|Giới quan sát nhận định đây là tín hiệu tích cực. Song khác biệt còn rất lớn.
Y|Thanh Bình (Theo Reuters, AFP)
N|Chia sẻ:
N|Từ khóa:
N|Mỹ
N|Trung Quốc
N|đối thoại quân sự
R|Nga: Ba Lan triệu Đại sứ sau vụ vật thể bay xâm nhập
R|Mưa lũ tại Australia, nhiều nhà bị cô lập
N|BÁO TIN TỨC - TTXVN
F|Tổng biên tập: Ninh Hồng Nga
F|Giấy phép hoạt động số 16/GP-BTTTT
""",
    "journal": """
T|Tư tưởng Hồ Chí Minh về đại đoàn kết và ý nghĩa hiện nay
D|Ngày đăng: 19/05/2021 09:00
N|Mặc định
N|Cỡ chữ
B|TCCS - Đại đoàn kết là tư tưởng lớn, xuyên suốt trong toàn bộ cuộc đời hoạt động cách mạng của Chủ tịch Hồ Chí Minh. Tư tưởng ấy đến nay vẫn nguyên giá trị.
H|I. Nội dung cơ bản
B|1. Đại đoàn kết là vấn đề có ý nghĩa chiến lược, quyết định thành công của cách mạng. Người khẳng định: “Đoàn kết, đoàn kết, đại đoàn kết / Thành công, thành công, đại thành công”.
C|Chủ tịch Hồ Chí Minh với các đại biểu dân tộc thiểu số (năm 1959)_Ảnh: Tư liệu
B|2. Đại đoàn kết phải dựa trên cơ sở lợi ích chung.
H|II. Vận dụng trong giai đoạn hiện nay
B|Đảng ta luôn nhất quán quan điểm: phát huy sức mạnh đại đoàn kết toàn dân tộc gắn với phát huy dân chủ xã hội chủ nghĩa.
B|-----------------------------
B|(1) Hồ Chí Minh: Toàn tập, Nxb. Chính trị quốc gia Sự thật, Hà Nội, 2011, t. 10, tr. 244
B|(2) Văn kiện Đại hội đại biểu toàn quốc lần thứ XIII, t. I, tr. 50
F|Lượt xem: 8231
N|Các bài khác
R|Xây dựng khối đại đoàn kết ở Tây Nguyên (18-05-2021)
""",
    "opera_house": """
T|Nhà hát Lớn Hà Nội sáng đèn trở lại
D|Thứ Bảy 12:30 26/02/2022
B|Sau gần một năm đóng cửa vì dịch, tối 25/2, Nhà hát Lớn Hà Nội đón những khán giả đầu tiên với đêm nhạc giao hưởng.
C|Dàn nhạc Giao hưởng Việt Nam biểu diễn trong đêm mở màn. Ảnh: Ban tổ chức
B|Nhạc trưởng Honna Tetsuji xúc động: "Chúng tôi đã chờ ngày này quá lâu".
B|Chương trình gồm các tác phẩm của Beethoven, Tchaikovsky và nhạc sĩ Đỗ Nhuận.
H|Vé bán hết trong hai ngày
B|Theo ban tổ chức, 600 vé được bán hết chỉ sau hai ngày mở bán. Khán giả phải xuất trình thẻ xanh Covid-19.
B|Tháng 3 tới, nhà hát sẽ có thêm bốn đêm diễn.
Y|Minh Khuê
N|Gửi bình luận của bạn
R|Sân khấu phía Nam rục rịch mở màn
""",
    "ministry_budget": """
N|Bộ Tài chính
N|Cổng thông tin điện tử
T|Thu ngân sách 9 tháng vượt dự toán
D|03/10/2022 16:45:00
N|Xem cỡ chữ
B|Tổng thu ngân sách nhà nước 9 tháng ước đạt 1.327,3 nghìn tỷ đồng, bằng 94% dự toán, tăng 22% so với cùng kỳ năm 2021.
B|Trong đó:
B|+ Thu nội địa đạt 89,1% dự toán;
B|+ Thu từ dầu thô đạt 196,9% dự toán;
B|+ Thu cân đối từ hoạt động xuất nhập khẩu đạt 108,8% dự toán.
C|Bảng 1: Thu ngân sách theo khoản mục
B|Bộ trưởng Hồ Đức Phớc cho biết kết quả này có được nhờ kinh tế phục hồi tích cực. Tuy nhiên, dư địa tăng thu những tháng cuối năm không còn nhiều.
B|Bộ Tài chính kiến nghị tiếp tục miễn, giảm, gia hạn thuế để hỗ trợ doanh nghiệp.
Y|(HL)
F|Lượt xem: 1.982
N|Bản in
N|Gửi Email
N|Tin đã đăng
R|Hội nghị giao ban công tác tháng 9 (30/09/2022)
""",
    "fire": """
T|Cháy lớn tại xưởng gỗ ở Thạch Thất, khói cao hàng chục mét
Y|Trần Thanh
D|14:20 03/05/2023
B|(VTC News) - Đám cháy bùng phát trưa 3/5 tại một xưởng gỗ ở xã Hữu Bằng (huyện Thạch Thất, Hà Nội), thiêu rụi khoảng 500 m2 nhà xưởng.
C|Video: Hiện trường vụ cháy
B|Nhận tin báo, Công an huyện điều 5 xe chữa cháy cùng 40 chiến sĩ đến hiện trường.
B|Đến 14h, ngọn lửa được khống chế.
C|Lực lượng cứu hỏa dập tàn lửa. (Ảnh: CACC)
B|Theo người dân, đám cháy bắt đầu từ khu chứa mùn cưa. "Lửa lan nhanh quá, chúng tôi chỉ kịp chạy ra ngoài", anh Khuất Văn Tuấn kể.
B|Rất may không có thương vong về người.
B|Nguyên nhân đang được điều tra.
N|Bình luận
N|Nội dung
N|Gửi
""",
    "parliament": """
N|CHÍNH TRỊ
T|Đại biểu Quốc hội: Cần luật hóa quyền của người tiêu dùng trên không gian mạng
D|Thứ Sáu, 26/05/2023 | 10:30:25 AM
B|Sáng 26/5, Quốc hội thảo luận ở hội trường về dự án Luật Bảo vệ quyền lợi người tiêu dùng (sửa đổi).
C|Đại biểu Nguyễn Thị Kim Anh (Bắc Ninh) phát biểu thảo luận
B|Đại biểu Nguyễn Thị Kim Anh (đoàn Bắc Ninh) cho rằng, giao dịch trực tuyến ngày càng phổ biến nhưng chế tài còn thiếu.
B|Cũng theo đại biểu, nhiều sàn thương mại điện tử né tránh trách nhiệm. Khi xảy ra tranh chấp, người mua không biết khiếu nại ở đâu.
C|Quang cảnh phiên họp sáng 26/5
B|Đại biểu Trần Văn Khải (Hà Nam) đề nghị bổ sung quy định về bảo vệ dữ liệu cá nhân. “Thông tin cá nhân đang bị mua bán như mớ rau ngoài chợ”, ông ví von.
B|Dự luật dự kiến được thông qua vào cuối kỳ họp này./.
Y|Hoàng Lâm
F|Bản quyền © 2023 Báo điện tử
N|Tweet
""",
    "mountain_teacher": """
D|20/11/2018
T|Cô giáo 20 năm gieo chữ trên đỉnh Mường Lống
B|Hai mươi năm cắm bản, cô Lương Thị Hiền thuộc từng con dốc, từng nếp nhà ở Mường Lống.
B|Ngày mới lên, cô khóc suốt ba đêm. Đường không có, điện không có, tiếng Mông một chữ không biết.
B|"Thương nhất là lúc các em nghỉ học đi rẫy", cô nói, mắt nhìn ra sân trường mù sương.
C|Cô Hiền và học trò trong giờ tập viết
B|Nay Mường Lống đã có đường nhựa, sóng điện thoại. Học trò cũ của cô có em đã thành cô giáo.
B|Tạm biệt chúng tôi, cô cười: Mùa mận chín, các anh chị lại lên nhé!
Y|Bài và ảnh: Đào Thọ
N|Tin mới
R|Nghệ An tuyên dương 100 nhà giáo tiêu biểu
""",
    "customs": """
T|Hải quan TP.HCM thu ngân sách đạt 60% chỉ tiêu
D|16:02 | 04/06/2021
Y|Thu Dịu
B|(HQ Online) - Năm tháng đầu năm, Cục Hải quan TP.HCM thu ngân sách đạt hơn 55.000 tỷ đồng, tăng 22% so với cùng kỳ.
C|Công chức Hải quan cảng Sài Gòn khu vực 1 kiểm tra hàng hóa nhập khẩu. Ảnh: T.D
B|Theo Cục Hải quan TP.HCM, kim ngạch xuất nhập khẩu qua địa bàn tăng mạnh ở nhóm máy móc, thiết bị, ô tô nguyên chiếc và sắt thép.
B|Ông Đinh Ngọc Thắng, Cục trưởng, cho biết:
B|"Chúng tôi duy trì đường dây nóng 24/7 để gỡ vướng cho doanh nghiệp".
B|Cục cũng rút ngắn thời gian thông quan.
B|Sáu tháng cuối năm, nguồn thu phụ thuộc nhiều vào diễn biến dịch bệnh.
N|Tin liên quan
R|Hải quan Hải Phòng vượt khó thu ngân sách
R|Tổng cục Hải quan yêu cầu chống thất thu qua trị giá
N|Đọc nhiều
R|Bắt giữ 2 container thuốc lá lậu
""",
    "electricity": """
N|Tin tức
N|Trong nước
T|Phó Thủ tướng Trần Hồng Hà: Bảo đảm điện cho mùa khô
D|30/03/2024  |  18:06
B|TN&MT Chiều 30/3, Phó Thủ tướng Trần Hồng Hà chủ trì cuộc họp về tình hình cung ứng điện mùa khô năm 2024.

C|Phó Thủ tướng Trần Hồng Hà yêu cầu không để thiếu điện trong mọi tình huống - Ảnh: VGP/MK

B|Đại diện EVN báo cáo sản lượng điện quý I tăng 12%. Mực nước các hồ thủy điện lớn ở miền Bắc cao hơn cùng kỳ.

B|Phó Thủ tướng yêu cầu EVN đẩy nhanh đường dây 500 kV mạch 3; các địa phương bàn giao mặt bằng trước ngày 10/4.

B|Bộ Công Thương chịu trách nhiệm toàn diện.

B|Văn phòng Chính phủ theo dõi, đôn đốc.

Y|Mai Hương
N|#EVN
N|#điện
""",
    "veterans": """
T|Trận địa pháo Đồi Độc Lập những ngày tháng Ba
B|Tháng Ba. Hoa ban nở trắng những sườn đồi Điện Biên.

B|Cựu chiến binh Phạm Bá Miều, 93 tuổi, lần theo lối mòn lên đồi. Ông dừng lại rất lâu trước tấm bia ghi tên đồng đội.

B|“Ở đây, tôi mất mười hai người bạn trong một đêm”, ông nói.

H|*

B|Ngày 15/3/1954, bộ đội ta làm chủ cứ điểm Độc Lập. Trận đánh kéo dài từ 3 giờ 30 phút đến 6 giờ 30 phút sáng.

B|Ông Miều khi ấy là pháo thủ số hai.

C|Cựu chiến binh Phạm Bá Miều (bên trái) thăm lại chiến trường xưa.

B|Chiều xuống, ông thắp nén hương cuối cùng rồi lặng lẽ xuống đồi.

B|Gió vẫn thổi trên đồi Độc Lập.

Y|Bút ký của NGUYỄN HỮU QUÝ
""",
    "traffic_fines": """
T|Hà Nội: Phạt nguội 1.200 trường hợp vi phạm giao thông trong tuần
D|15/01/2025 08:30
B|ANTD.VN - Phòng Cảnh sát giao thông Công an Hà Nội vừa công bố danh sách phương tiện vi phạm bị camera ghi hình từ ngày 6 đến 12/1.
B|Cụ thể, có 812 trường hợp vượt đèn đỏ, 205 trường hợp đi sai làn, 183 trường hợp dừng đỗ sai quy định.
B|Danh sách biển số xe vi phạm:
B|30A-123.45
B|29C-678.90
B|30H-111.22
B|Chủ xe có thể nộp phạt trực tuyến trên Cổng dịch vụ công. Người vi phạm không nộp phạt đúng hạn sẽ bị tạm dừng đăng kiểm.
Y|Hoàng Phong
F|Bạn đọc có thể gửi tin bài về hộp thư toasoan@example.vn
""",
    "election": """
N|THẾ GIỚI
T|Bầu cử Mỹ: Hai ứng viên so kè ở bang chiến trường
D|02/11/2024 - 20:14 (GMT+7)
Y|Bảo Minh (Theo CNN)
B|Chỉ còn ba ngày nữa là đến ngày bầu cử, các cuộc thăm dò cho thấy khoảng cách giữa hai ứng viên nằm trong biên độ sai số.
C|Cử tri bỏ phiếu sớm tại Georgia. Ảnh: Reuters.
C|Cử tri bỏ phiếu sớm tại Georgia. Ảnh: Reuters.
H|Pennsylvania
B|Với 19 phiếu đại cử tri, đây là bang quan trọng nhất. Cả hai ứng viên đều đến đây ít nhất ba lần trong tuần qua.
H|Georgia và North Carolina
B|Tỷ lệ bỏ phiếu sớm cao kỷ lục. Giới phân tích thận trọng khi đọc con số này.
H|Ai sẽ thắng?
B|"Tôi không dám đoán", một chuyên gia của Đại học Georgetown nói với CNN.
B|Kết quả có thể phải chờ nhiều ngày.
N|Có thể bạn quan tâm
R|Vì sao nước Mỹ bầu cử vào thứ ba?
N|Bình luận
N|Hãy là người đầu tiên bình luận bài viết này
""",
}

FIELDS = {
    "national_daily": {"title": "Quốc hội xem xét sửa Luật Đất đai vào tháng 6", "published": "2024-03-07T08:15+07:00", "byline": "Sơn Hà - Viết Tuân"},
    "agency": {"published": "2023-04-05T14:05+07:00", "outlet": "TTXVN", "byline": "Nguyễn Hồng Điệp"},
    "sport": {"published": "2019-06-09T22:47", "outlet": "Dân trí", "byline": "Hoàng Thắng"},
    "television_interview": {"title": "Chuyên gia: Lạm phát năm nay khó vượt mục tiêu", "published": "2022-10-12T18:30+07:00", "outlet": "VTV.vn", "byline": "Minh Anh"},
    "youth_daily": {"published": "2024-11-10T09:12+07:00", "outlet": "Tuổi Trẻ Online (TTO)", "byline": "ĐỨC PHÚ"},
    "provincial_all_caps": {"title": "HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LẦN THỨ 15", "published": "2024-07-08T11:38", "byline": "Hồng Nhung"},
    "law_court": {"published": "2021-12-21T16:02", "outlet": "Pháp luật TP.HCM (PLO)", "byline": "NHẪN NAM"},
    "culture_poem": {"published": "2020-06-15", "byline": "Trần Hoàng Vy"},
    "list_article": {"published": "2021-02-05T08:00"},
    "ministry_portal": {"published": "2021-08-20T15:20+07:00", "byline": "Trung tâm Truyền thông Khoa học và Công nghệ"},
    "radio": {"published": "2022-07-18T14:32", "outlet": "VOV.VN", "byline": "Văn Hải"},
    "table_cells": {"published": "2022-05-14", "published_from": "inferred"},
    "deposit_rates": {"published": "2022-06-07T10:21+07:00", "byline": "Quỳnh Trang"},
    "one_line": {"title": "", "published": "", "published_from": "none", "outlet": "", "byline": ""},
    "weather_places": {"published": "2022-12-17T06:00", "byline": ""},
    "timeline": {"published": "2020-08-28T07:30", "byline": "Lan Phương"},
    "party_daily": {"published": "2023-10-02T09:30", "outlet": "Nhân Dân (NDO)", "byline": ""},
    "full_menu": {"title": "Đề xuất cấm xe tải vào nội đô giờ cao điểm", "published": "2023-05-05T06:45", "byline": "Đoàn Loan"},
    "no_dateline_short_sentences": {"title": "Người thầy của bản Rào Tre", "published": "", "byline": "Minh Huệ"},
    "double_captions": {"published": "2021-03-15T09:47", "byline": "AN GIANG"},
    "storm": {"published": "2024-09-06T15:20+07:00", "byline": "Lã Nghĩa Hiếu"},
    "labour": {"published": "2023-05-14T08:00", "byline": "BẢO HÂN", "outlet": "Lao Động (LĐO)"},
    "government": {"published": "2024-04-12T17:48", "byline": "Hà Văn", "outlet": "Báo Chính phủ (Chinhphu.vn)"},
    "army": {"published": "2022-04-28T10:05", "byline": "NGUYỄN ANH", "outlet": "Quân đội nhân dân (QĐND Online)"},
    "wrapped_pdf": {"title": "Đổi mới phương thức lãnh đạo của Đảng trong giai đoạn hiện nay"},
    "health_advice": {"published": "2024-07-01T09:05", "byline": "Thu Phương"},
    "lead_only": {"title": "", "published": "", "outlet": "Kinh tế & Đô thị (Kinhtedothi)"},
    "football_scores": {"published": "2023-02-07T20:15", "byline": "V.H"},
    "diplomacy": {"published": "2023-11-27T20:10", "byline": "Hà Phương", "outlet": "Thế giới & Việt Nam (TG&VN)"},
    "letter": {"published": "2022-11-18", "byline": "Nguyễn Xuân Phúc"},
    "bridge": {"published": "2022-03-22T14:15+07:00", "byline": "Việt Linh - Ngọc Tân"},
    "spokesman": {"published": "2024-05-23T21:05", "byline": "Trọng Phú", "outlet": "VOV.VN"},
    "squad": {"published": "2024-12-03T20:00+07:00", "byline": "Hiếu Lương", "title": "Đội hình Việt Nam dự AFF Cup 2024: Xuân Son có tên"},
    "border_commune": {"title": "Chủ tịch nước thăm, tặng quà đồng bào xã biên giới", "published": "2023-01-15T21:17", "outlet": "Hà Giang (BHG)", "byline": "PHẠM HOAN"},
    "wages": {"published": "2024-06-20T17:30", "byline": "Thu Hằng"},
    "essay_with_verse": {"title": "Tre và người", "byline": "Nguyễn Duy", "published": ""},
    "trial": {"published": "2024-03-19T11:42", "outlet": "Công an nhân dân (CAND Online)", "byline": "Nguyễn Hương"},
    "party_committee": {"published": "2020-08-11T14:20"},
    "actress_interview": {"published": "2019-03-02T06:30+07:00"},
    "street_vendors": {"published": "2021-08-06T07:05", "byline": "GIANG NAM", "outlet": "Người Lao Động (NLĐO)"},
    "motorway": {"published": "2025-03-15T16:45", "outlet": "Sài Gòn Giải Phóng (SGGP Online)", "byline": "QUỐC HÙNG"},
    "land_donation": {"published": "", "published_from": "none", "byline": "Khánh Ly"},
    "opinion": {"published": "2022-05-23T10:15+07:00", "outlet": "Tuổi Trẻ Online (TTO)", "title": "Học phí và câu chuyện công bằng"},
    "new_rules": {"title": "6 chính sách mới có hiệu lực từ tháng 8/2023", "published": "2023-08-01"},
    "reader_question": {"title": "Ăn gì để ngủ ngon?", "published": "2021-09-11T21:00+07:00"},
    "world_news": {"published": "2023-12-22T11:20", "byline": "Thanh Bình"},
    "journal": {"published": "2021-05-19T09:00", "outlet": "Tạp chí Cộng sản (TCCS)"},
    "opera_house": {"published": "2022-02-26T12:30", "byline": "Minh Khuê"},
    "ministry_budget": {"published": "2022-10-03T16:45", "title": "Thu ngân sách 9 tháng vượt dự toán"},
    "fire": {"published": "2023-05-03T14:20", "outlet": "VTC News", "byline": "Trần Thanh"},
    "parliament": {"published": "2023-05-26T10:30", "byline": "Hoàng Lâm"},
    "mountain_teacher": {"published": "2018-11-20", "byline": "Đào Thọ", "title": "Cô giáo 20 năm gieo chữ trên đỉnh Mường Lống"},
    "customs": {"published": "2021-06-04T16:02", "outlet": "Hải quan (HQ Online)", "byline": "Thu Dịu"},
    "electricity": {"published": "2024-03-30T18:06", "byline": "Mai Hương"},
    "veterans": {"published": "", "title": "Trận địa pháo Đồi Độc Lập những ngày tháng Ba"},
    "traffic_fines": {"published": "2025-01-15T08:30", "byline": "Hoàng Phong", "outlet": "An ninh Thủ đô (ANTĐ)"},
    "election": {"published": "2024-11-02T20:14+07:00", "byline": "Bảo Minh"},
}  # fmt: skip


def page(name: str) -> tuple[str, list[str]]:
    """The text of a page and the kind of each of its lines."""
    kinds, lines = [], []
    for line in MARKED[name].strip("\n").split("\n"):
        mark, bar, text = line.partition("|")
        if bar and mark in KINDS:
            kinds.append(KINDS[mark])
            lines.append(text)
        else:
            kinds.append("blank")
            lines.append(line)
    return "\n".join(lines), kinds
