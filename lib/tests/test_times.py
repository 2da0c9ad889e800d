"""Time expressions: composed sentences of several genres, what is no date, and the hand annotations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caytre.analysis.times import tag
from caytre.analysis.times import words as time_words
from caytre.analysis.times.calendar import resolve
from caytre.analysis.times.readers import moment
from caytre.analysis.times.values import Moment
from caytre.codebooks import CodebookError
from caytre.tables import Time
from tests.helpers import article, gold, gold_articles

PUBLISHED = "2024-08-14"
"""A Wednesday in week 33; every composed sentence is read as if it came out that day."""

COMPOSED: list[tuple[str, list[str]]] = [
    # politics
    (
        "Sáng nay, Thủ tướng chủ trì phiên họp Chính phủ thường kỳ tháng 8.",
        ["Sáng nay=2024-08-14TMO", "tháng 8=2024-08"],
    ),
    ("Chiều 13/8, tại Hà Nội, Chủ tịch nước tiếp Đại sứ Nhật Bản.", ["Chiều 13/8=2024-08-13TAF"]),
    (
        "Đoàn sẽ thăm chính thức từ ngày 18 đến ngày 20/8/2024.",
        ["ngày 18 đến ngày 20/8/2024=2024-08-18/2024-08-20"],
    ),
    ("Chuyến thăm diễn ra từ 18-20/8.", ["18-20/8=2024-08-18/2024-08-20"]),
    (
        "Nghị quyết số 27-NQ/TW ngày 9/11/2022 nêu rõ mục tiêu đến năm 2030, tầm nhìn đến năm 2045.",
        ["ngày 9/11/2022=2022-11-09", "năm 2030=2030", "năm 2045=2045"],
    ),
    (
        "Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025 được Quốc hội thông qua.",
        ["5 năm=P5Y", "2021-2025=2021/2025"],
    ),
    (
        "Ông được bầu làm Bí thư Tỉnh ủy nhiệm kỳ 2020 - 2025 vào tháng 10/2020.",
        ["nhiệm kỳ 2020 - 2025=2020/2025", "tháng 10/2020=2020-10"],
    ),
    ("Cuối tuần qua, đoàn công tác đã đến Quảng Ninh.", ["Cuối tuần qua=2024-W32-WE"]),
    ("Tuần tới, Ủy ban Thường vụ Quốc hội sẽ cho ý kiến về dự án luật.", ["Tuần tới=2024-W34"]),
    ("Hai bên nhất trí nâng cấp quan hệ trong thời gian tới.", ["thời gian tới=FUTURE_REF"]),
    (
        "Việt Nam và Lào thiết lập quan hệ ngoại giao ngày 5 tháng 9 năm 1962.",
        ["ngày 5 tháng 9 năm 1962=1962-09-05"],
    ),
    ("Từ năm 1986 đến nay, đất nước đã có nhiều thay đổi.", ["năm 1986=1986", "đến nay=PRESENT_REF"]),
    ("Trong giai đoạn 2021-2030, tỉnh phấn đấu tăng trưởng 9%/năm.", ["giai đoạn 2021-2030=2021/2030"]),
    (
        "Lễ kỷ niệm 79 năm Cách mạng tháng Tám và Quốc khánh 2/9 sẽ diễn ra tại Ba Đình.",
        ["79 năm=P79Y", "Cách mạng tháng Tám=EVENT:AugustRevolution", "2/9=2024-09-02"],
    ),
    ("Hội nghị diễn ra lúc 14 giờ chiều mai.", ["14 giờ chiều mai=2024-08-15T14:00"]),
    ("Thứ Hai tuần tới, Quốc hội sẽ họp phiên toàn thể.", ["Thứ Hai tuần tới=2024-08-19"]),
    ("Tối thứ Bảy 10/8, ông phát biểu trên truyền hình.", ["Tối thứ Bảy 10/8=2024-08-10TEV"]),
    ("Hôm 5/8, Thủ tướng Bangladesh từ chức.", ["Hôm 5/8=2024-08-05"]),
    ("Bầu cử Mỹ sẽ diễn ra ngày 5/11 tới.", ["ngày 5/11 tới=2024-11-05"]),
    ("Trước đó, ngày 20/12 năm ngoái, hai nước ký hiệp định.", ["ngày 20/12 năm ngoái=2023-12-20"]),
    ("Sau 2 năm triển khai, chương trình đạt kết quả bước đầu.", ["2 năm=P2Y"]),
    ("Hai thập kỷ qua, quan hệ hai nước phát triển vượt bậc.", ["Hai thập kỷ qua=P20Y"]),
    ("Hiện nay, tỉnh có 12 huyện, thị xã.", ["Hiện nay=PRESENT_REF"]),
    ("Năm nay là năm bản lề thực hiện nghị quyết.", ["Năm nay=2024", "năm bản lề=2024"]),
    ("Đầu tháng 8, Bộ Nội vụ trình phương án sắp xếp đơn vị hành chính.", ["Đầu tháng 8=2024-08"]),
    ("Ông sinh ngày 10-7-1957 tại Hưng Yên.", ["ngày 10-7-1957=1957-07-10"]),
    (
        "Ông giữ chức Chủ tịch từ tháng 3/2021 đến tháng 4/2023.",
        ["tháng 3/2021 đến tháng 4/2023=2021-03/2023-04"],
    ),
    ("Đến cuối năm 2023, cả nước có 63 tỉnh, thành phố.", ["cuối năm 2023=2023"]),
    ("Trong những năm tới, hai bên sẽ mở rộng hợp tác.", ["những năm tới=FUTURE_REF"]),
    ("Thủ tướng yêu cầu báo cáo trước ngày 31/8.", ["ngày 31/8=2024-08-31"]),
    ("Ngày 14 và 15/8, Quốc vương Campuchia thăm Việt Nam.", ["Ngày 14 và 15/8=2024-08-14/2024-08-15"]),
    # economy
    ("GDP quý III tăng 7,4% so với cùng kỳ năm trước.", ["quý III=2024-Q3", "cùng kỳ năm trước=2023"]),
    ("Trong 9 tháng đầu năm, kim ngạch xuất khẩu đạt 299 tỷ USD.", ["9 tháng đầu năm=2024-01/2024-09"]),
    ("6 tháng đầu năm 2024, thu ngân sách đạt 60% dự toán.", ["6 tháng đầu năm 2024=2024-H1"]),
    ("Nửa đầu năm 2023, doanh thu giảm 12,5%.", ["Nửa đầu năm 2023=2023-H1"]),
    ("Quý I/2024, công ty lãi 2.024 tỷ đồng.", ["Quý I/2024=2024-Q1"]),
    ("Lợi nhuận quý 2 năm nay cao hơn quý trước.", ["quý 2 năm nay=2024-Q2", "quý trước=2024-Q2"]),
    ("Giá vàng hôm nay tăng 500.000 đồng/lượng.", ["hôm nay=2024-08-14"]),
    ("VN-Index đóng cửa phiên 13/8 ở mức 1.230 điểm.", ["13/8=2024-08-13"]),
    ("Mặt bằng lãi suất đã giảm mạnh so với cuối năm ngoái.", ["cuối năm ngoái=2023"]),
    ("Nghị định 24/2012/NĐ-CP được ban hành cách đây 12 năm.", ["cách đây 12 năm=2012"]),
    ("Luật Đất đai năm 2024 có hiệu lực từ ngày 1/8/2024.", ["năm 2024=2024", "ngày 1/8/2024=2024-08-01"]),
    ("Tỷ giá trung tâm sáng nay ở mức 24.260 đồng.", ["sáng nay=2024-08-14TMO"]),
    ("Trong vòng 24 giờ qua, giá Bitcoin giảm 5%.", ["24 giờ qua=PT24H"]),
    ("Dự án kéo dài 18 tháng với tổng vốn 2000 tỷ đồng.", ["18 tháng=P18M"]),
    ("Lãi suất tiền gửi kỳ hạn 12 tháng là 4,7%/năm.", ["12 tháng=P12M"]),
    ("Tháng 7 vừa qua, CPI tăng 0,48%.", ["Tháng 7 vừa qua=2024-07"]),
    ("So với tháng 12/2023, chỉ số tăng 1,89%.", ["tháng 12/2023=2023-12"]),
    ("Hằng năm, doanh nghiệp nộp ngân sách hơn 2.000 tỷ đồng.", ["Hằng năm=P1Y"]),
    ("Cửa hàng năm nay bán chậm.", ["năm nay=2024"]),
    ("Trong 5-10 năm tới, nhu cầu điện sẽ tăng gấp đôi.", ["5-10 năm tới=P5Y/P10Y"]),
    ("Từ 2018 đến 2022, doanh nghiệp tăng trưởng 20%.", ["2018 đến 2022=2018/2022"]),
    ("Cổ phiếu này giảm 3/4 giá trị trong ba tháng.", ["ba tháng=P3M"]),
    (
        "Kế hoạch năm tài chính 2023 đã được Đại hội cổ đông thường niên 2024 thông qua.",
        ["2023=2023", "2024=2024"],
    ),
    ("Tính đến 15/8, giải ngân vốn đầu tư công đạt 40,49%.", ["15/8=2024-08-15"]),
    (
        "Tính chung 7 tháng năm 2024, cả nước có 139.500 doanh nghiệp mới.",
        ["7 tháng năm 2024=2024-01/2024-07"],
    ),
    ("Giá xăng giảm từ 15h chiều nay.", ["15h chiều nay=2024-08-14T15:00"]),
    ("Hai tuần qua, thị trường đi ngang.", ["Hai tuần qua=P2W"]),
    ("Mỗi tháng, cơ sở xuất bán 30 tấn.", ["Mỗi tháng=P1M"]),
    ("Công ty thành lập năm 1995, vốn điều lệ 1.900 tỷ đồng.", ["năm 1995=1995"]),
    ("Ba quý đầu năm, tín dụng tăng 9%.", ["Ba quý đầu năm=2024-01/2024-09"]),
    ("Cùng kỳ năm 2023, con số này là 3,2%.", ["Cùng kỳ năm 2023=2023"]),
    (
        "Giai đoạn 2016-2020 và 2021-2025 có nhiều khác biệt.",
        ["Giai đoạn 2016-2020=2016/2020", "2021-2025=2021/2025"],
    ),
    ("Doanh số tháng 6 và tháng 7/2024 đều tăng.", ["tháng 6=2024-06", "tháng 7/2024=2024-07"]),
    ("Hotline 1900 6868, số điện thoại 0912 345 678.", []),
    ("Giá vé từ 2000 đồng đến 5000 đồng.", []),
    # sport
    ("Đội tuyển Việt Nam thắng 2-1 trước Thái Lan ở phút 67.", []),
    ("Trận đấu diễn ra lúc 19h30 ngày 20/12 trên sân Mỹ Đình.", ["19h30 ngày 20/12=2024-12-20T19:30"]),
    ("Mùa giải 2023/24, CLB Nam Định vô địch V-League.", ["Mùa giải 2023/24=2023/2024"]),
    ("Anh ghi bàn ở phút 90+3, ấn định tỷ số 3-2.", []),
    ("Tối qua, Man City hòa 1-1 với Chelsea.", ["Tối qua=2024-08-13TEV"]),
    ("Rạng sáng 15/8, Real Madrid đá trận Siêu cúp châu Âu.", ["Rạng sáng 15/8=2024-08-15TMO"]),
    ("Trận bán kết diễn ra vào 20h00 tối nay.", ["20h00 tối nay=2024-08-14T20:00"]),
    ("Olympic Paris diễn ra từ 26/7 đến 11/8.", ["26/7 đến 11/8=2024-07-26/2024-08-11"]),
    ("SEA Games 31 được tổ chức tại Việt Nam.", ["SEA Games 31=EVENT:SEAGames-31"]),
    ("Tại SEA Games 32, đoàn giành 136 HCV.", ["SEA Games 32=EVENT:SEAGames-32"]),
    ("VĐV 17 tuổi lập kỷ lục 2 phút 15 giây.", ["2 phút 15 giây=PT2M15S"]),
    ("Anh gia nhập CLB từ mùa hè năm ngoái.", ["mùa hè năm ngoái=2023-SU"]),
    ("Chủ nhật tới, hai đội gặp lại nhau.", ["Chủ nhật tới=2024-08-18"]),
    ("Ở vòng 3, đội chủ nhà xếp thứ 2 với 6 điểm.", []),
    ("Lần thứ ba liên tiếp, anh vào chung kết.", []),
    ("Hợp đồng có thời hạn 3 năm.", ["3 năm=P3Y"]),
    ("U23 Việt Nam hòa U23 Iraq 0-0 trong 90 phút thi đấu chính thức.", ["90 phút=PT90M"]),
    ("Trận lượt về sẽ diễn ra ngày 22/8, lúc 18h.", ["ngày 22/8, lúc 18h=2024-08-22T18:00"]),
    ("Tay vợt thắng 6-4, 7-5 sau 1 giờ 45 phút.", ["1 giờ 45 phút=PT1H45M"]),
    ("Đội hình 4-3-3 được dùng suốt 2 mùa.", []),
    ("Anh từng vô địch năm 2015, 2018 và 2022.", ["năm 2015=2015", "2018=2018", "2022=2022"]),
    ("World Cup 2026 sẽ có 48 đội.", ["2026=2026"]),
    ("Thứ Bảy tuần trước, đội bóng để thua 0-3.", ["Thứ Bảy tuần trước=2024-08-10"]),
    ("Xuân Son trở lại sau 8 tháng chấn thương.", ["8 tháng=P8M"]),
    # culture
    ("Tết Nguyên đán 2024 rơi vào ngày 10/2.", ["Tết Nguyên đán 2024=2024-02-10", "ngày 10/2=2024-02-10"]),
    ("Lễ hội diễn ra vào rằm tháng Giêng hằng năm.", ["rằm tháng Giêng hằng năm=LUNAR:XXXX-01-15"]),
    ("Mùng 3 Tết, người dân đi lễ chùa.", ["Mùng 3 Tết=2024-02-12"]),
    ("Những năm 80, phim Việt Nam rất được yêu thích.", ["Những năm 80=198X"]),
    ("Thập niên 1990 là thời hoàng kim của nhạc trẻ.", ["Thập niên 1990=199X"]),
    ("Ngôi chùa được xây dựng từ thế kỷ XVII.", ["thế kỷ XVII=16"]),
    ("Nghề gốm có từ cuối thế kỷ 19.", ["cuối thế kỷ 19=189X"]),
    (
        "Đêm 24 rạng sáng 25/12, giáo dân tập trung đông.",
        ["Đêm 24 rạng sáng 25/12=2024-12-24TNI/2024-12-25TMO"],
    ),
    (
        "Liên hoan phim Việt Nam lần thứ XXIII diễn ra tại Đà Lạt.",
        ["Liên hoan phim Việt Nam lần thứ XXIII=EVENT:lien-hoan-phim-viet-nam-23"],
    ),
    ("Triển lãm mở cửa từ 8h đến 17h hằng ngày.", ["8h đến 17h hằng ngày=T08:00/T17:00"]),
    ("Trưa 5/3, nhạc sĩ qua đời ở tuổi 92.", ["Trưa 5/3=2024-03-05TMI"]),
    ("Ông vừa qua đời sau 3 năm chống chọi với bệnh.", ["3 năm=P3Y"]),
    ("Thời gian gần đây, khán giả trẻ đến rạp nhiều hơn.", ["Thời gian gần đây=PAST_REF"]),
    ("Ngày càng nhiều bạn trẻ thích cải lương.", []),
    ("Bộ phim ra rạp từ ngày 30-8, nhân dịp lễ 2-9.", ["ngày 30-8=2024-08-30", "2-9=2024-09-02"]),
    ("Ca sĩ sinh năm 1990, quê ở Huế.", ["năm 1990=1990"]),
    ("Vở diễn công chiếu lúc 20g ngày 17-8-2024 tại Nhà hát Lớn.", ["20g ngày 17-8-2024=2024-08-17T20:00"]),
    ("Năm 1010, vua Lý Thái Tổ dời đô ra Thăng Long.", ["Năm 1010=1010"]),
    ("Năm 938, Ngô Quyền đánh tan quân Nam Hán.", ["Năm 938=0938"]),
    ("Năm Giáp Thìn sắp qua.", ["Năm Giáp Thìn=2024"]),
    (
        "Lễ giỗ Tổ Hùng Vương ngày 10/3 âm lịch thu hút hàng vạn người.",
        ["giỗ Tổ Hùng Vương=LUNAR:XXXX-03-10", "ngày 10/3 âm lịch=LUNAR:XXXX-03-10"],
    ),
    (
        "Chương trình phát sóng lúc 20 giờ 10 phút thứ Sáu hằng tuần trên VTV1.",
        ["20 giờ 10 phút thứ Sáu hằng tuần=XXXX-WXX-5T20:10"],
    ),
    ("Hơn 100 năm trước, nơi đây là một bến cảng.", ["Hơn 100 năm trước=1924"]),
    ("Tác phẩm ra đời vào những năm 1930-1945.", ["những năm 1930-1945=1930/1945"]),
    ("Đó là tấm gương sáng về đức hy sinh.", []),
    ("Từ xưa đến nay, người Việt coi trọng chữ hiếu.", ["Từ xưa đến nay=PAST_REF"]),
    ("Bảo tàng mở cửa các ngày thứ Bảy và Chủ nhật.", ["ngày thứ Bảy=2024-08-10", "Chủ nhật=2024-08-11"]),
    ("Nhân dịp Giáng sinh, nhà thờ được trang trí rực rỡ.", ["dịp Giáng sinh=2024-12-25"]),
    ("Vào buổi sáng, sương phủ kín thung lũng.", ["buổi sáng=TMO"]),
    ("Mỗi sáng, bà cụ đều quét sân chùa.", ["Mỗi sáng=TMO"]),
    # law
    ("Bị cáo bị tuyên phạt 12 năm tù về tội nhận hối lộ.", ["12 năm=P12Y"]),
    (
        "Theo cáo trạng, từ năm 2018 đến tháng 6/2020, bị cáo đã chiếm đoạt 5 tỷ đồng.",
        ["năm 2018=2018", "tháng 6/2020=2020-06"],
    ),
    ("Nghị định 15/2020/NĐ-CP quy định mức phạt từ 10 đến 20 triệu đồng.", []),
    ("Căn cứ khoản 2 Điều 12, Quyết định số 209/QĐ-TTg, cơ quan chức năng xử lý.", []),
    ("Khoảng 22h ngày 12/8, Công an quận 1 nhận tin báo.", ["22h ngày 12/8=2024-08-12T22:00"]),
    ("Nạn nhân ở số nhà 12/3 đường Lê Lợi.", []),
    ("Ngày 13.8, cơ quan điều tra khởi tố vụ án.", ["Ngày 13.8=2024-08-13"]),
    ("Thời hạn tạm giam là 4 tháng kể từ ngày 10/8.", ["4 tháng=P4M", "ngày 10/8=2024-08-10"]),
    ("Thông tư 73/2024/TT-BCA có hiệu lực từ 1-1-2025.", ["1-1-2025=2025-01-01"]),
    ("Phiên tòa kéo dài 5 ngày, từ 19 đến 23/8.", ["5 ngày=P5D", "19 đến 23/8=2024-08-19/2024-08-23"]),
    ("Bộ luật Hình sự 2015 sửa đổi năm 2017 quy định rõ.", ["2015=2015", "năm 2017=2017"]),
    ("Người đàn ông 45 tuổi bị bắt vào rạng sáng cùng ngày.", ["rạng sáng cùng ngày=2024-08-14TMO"]),
    ("Hai đối tượng (SN 1995 và SN 1998) khai nhận hành vi.", ["1995=1995", "1998=1998"]),
    ("Trong thời hạn 15 ngày làm việc, cơ quan phải trả lời.", ["15 ngày=P15D"]),
    ("Bị cáo lĩnh án từ 2-3 năm tù.", ["2-3 năm=P2Y/P3Y"]),
    ("Mức phạt tối đa là 20 năm tù.", ["20 năm=P20Y"]),
    ("Hôm qua, Tòa án nhân dân TP Hà Nội mở phiên sơ thẩm.", ["Hôm qua=2024-08-13"]),
    ("Thứ nhất, phải hoàn thiện thể chế. Thứ hai, tăng cường thanh tra.", []),
    ("Năm là, nâng cao chất lượng xét xử.", []),
    ("Ba tháng sau, người này bị bắt.", ["Ba tháng sau=P3M"]),
    ("Vụ án xảy ra 10 năm trước.", ["10 năm trước=2014"]),
    ("Cháu bé 3 tháng tuổi bị bỏ rơi.", []),
    ("Kết luận số 12-KL/TW và Chỉ thị 25-CT/TW được quán triệt.", []),
    ("Theo Luật số 31/2024/QH15, quy định này áp dụng từ 1/8.", ["1/8=2024-08-01"]),
    ("Năm người trong một gia đình bị thương.", []),
    ("Khắp năm châu bốn biển đều ủng hộ.", []),
    ("Đúng 8 giờ sáng 14/8, phiên tòa bắt đầu.", ["8 giờ sáng 14/8=2024-08-14T08:00"]),
    ("Trước 17 giờ ngày 20/8, các đơn vị phải nộp báo cáo.", ["17 giờ ngày 20/8=2024-08-20T17:00"]),
    # society
    ("Bài viết đăng lúc 16:30 14/08/2024.", ["16:30 14/08/2024=2024-08-14T16:30"]),
    ("Thứ tư, 14/8/2024 07:00 (GMT+7)", ["Thứ tư, 14/8/2024 07:00 (GMT+7)=2024-08-14T07:00+07:00"]),
    ("14-08-2024 - 09:15 AM", ["14-08-2024 - 09:15=2024-08-14T09:15"]),
    ("Lớp học mở từ thứ 2 đến thứ 6.", ["thứ 2 đến thứ 6=XXXX-WXX-1/XXXX-WXX-5"]),
    ("Sáng thứ hai, học sinh chào cờ.", ["Sáng thứ hai=2024-08-12TMO"]),
    ("Năm học 2023-2024 có nhiều đổi mới.", ["Năm học 2023-2024=2023/2024"]),
    ("Kỳ thi tốt nghiệp THPT năm 2025 diễn ra cuối tháng 6.", ["năm 2025=2025", "cuối tháng 6=2024-06"]),
    ("Bão số 3 đổ bộ đêm 7/9.", ["đêm 7/9=2024-09-07TNI"]),
    ("Mưa lớn kéo dài từ đêm nay đến hết ngày 16/8.", ["đêm nay=2024-08-14TNI", "ngày 16/8=2024-08-16"]),
    ("Trong 3 ngày 14, 15 và 16/8, Bắc Bộ có mưa.", ["3 ngày 14, 15 và 16/8=2024-08-14/2024-08-16"]),
    ("Nhiều năm qua, bà con vẫn đi đò.", ["Nhiều năm qua=PAST_REF"]),
    ("Suốt hàng chục năm, con đường không được sửa.", ["Suốt hàng chục năm=PXY"]),
    ("Hai mươi lăm năm sau, họ gặp lại.", ["Hai mươi lăm năm sau=P25Y"]),
    ("Một năm rưỡi nữa, cầu sẽ hoàn thành.", ["Một năm rưỡi nữa=2026-02"]),
    ("Nửa tháng nay, giá rau tăng.", ["Nửa tháng nay=P15D"]),
    ("Tháng Chạp về, làng nghề tất bật.", ["Tháng Chạp=LUNAR:XXXX-12-XX"]),
    ("Tháng Năm về, phượng nở đỏ trời.", ["Tháng Năm=2024-05"]),
    ("Bệnh nhân phải uống thuốc ngày 2 lần.", []),
    ("Điểm trung bình 8,5/10, xếp thứ 3.", []),
    ("Đạt 15/15 tiêu chí nông thôn mới; 2/3 số xã về đích.", []),
    ("Ông Nguyễn Văn Năm, 60 tuổi, trú phường 5.", []),
    ("Cứ 5 năm một lần, đại hội được tổ chức.", ["Cứ 5 năm=P5Y"]),
    ("Lãi 2021 đồng trên mỗi cổ phiếu.", []),
    ("Chiều cùng ngày, đoàn đến dâng hương.", ["Chiều cùng ngày=2024-08-14TAF"]),
    ("Ngày mai, miền Bắc nắng nóng; ngày kia có mưa.", ["Ngày mai=2024-08-15", "ngày kia=2024-08-16"]),
    ("Thời điểm này, vải thiều chín rộ.", ["Thời điểm này=PRESENT_REF"]),
    ("Vài ngày tới, trời trở lạnh.", ["Vài ngày tới=FUTURE_REF"]),
    ("Giữa thế kỷ này, nước ta là nước phát triển.", ["Giữa thế kỷ này=205X"]),
    ("Đường Nguyễn Văn Cừ dài 2024 m.", []),
    ("Diện tích 1995 m2, giá 20 triệu đồng/m2.", []),
    ("Lượt xem: 1013", []),
    ("COVID-19 bùng phát trở lại.", []),
    ("Nhiệt độ từ 25-28 độ C.", []),
    ("Mưa 2-3 ngày tới sẽ giảm.", ["2-3 ngày tới=P2D/P3D"]),
    ("Học sinh nghỉ lễ 30/4 và 1/5.", ["30/4=2024-04-30", "1/5=2024-05-01"]),
    ("Chiến dịch kéo dài từ 30/4-1/5.", ["30/4-1/5=2024-04-30/2024-05-01"]),
    (
        "Hội nghị Trung ương 8 khóa XIII thông qua nghị quyết.",
        ["Hội nghị Trung ương 8 khóa XIII=EVENT:CPV-CC13-Plenum-8"],
    ),
    (
        "Kỳ họp thứ 7, Quốc hội khóa XV bế mạc.",
        ["Kỳ họp thứ 7, Quốc hội khóa XV=EVENT:NationalAssembly-15-Session-7"],
    ),
    (
        "Đại hội đại biểu Đảng bộ tỉnh Nghệ An lần thứ XIX, nhiệm kỳ 2020-2025.",
        [
            "Đại hội đại biểu Đảng bộ tỉnh Nghệ An lần thứ XIX=EVENT:dai-hoi-dai-bieu-dang-bo-tinh-nghe-an-19",
            "nhiệm kỳ 2020-2025=2020/2025",
        ],
    ),
    (
        "Đại hội XX Đảng Cộng sản Trung Quốc khai mạc.",
        ["Đại hội XX Đảng Cộng sản Trung Quốc=EVENT:CPC-Congress-20"],
    ),
    (
        "Chiến tranh thế giới thứ hai kết thúc năm 1945.",
        ["Chiến tranh thế giới thứ hai=EVENT:WorldWar-2", "năm 1945=1945"],
    ),
    (
        "Tại COP26, Việt Nam cam kết phát thải ròng bằng 0 vào năm 2050.",
        ["COP26=EVENT:COP-26", "năm 2050=2050"],
    ),
    # mixed
    ("Chiều 23-3, ông trả lời báo chí tại TP.HCM.", ["Chiều 23-3=2024-03-23TAF"]),
    ("Hội nghị diễn ra trong hai ngày 22 và 23-7 tại Hà Nội.", ["hai ngày 22 và 23-7=2024-07-22/2024-07-23"]),
    ("Từ nay đến cuối năm, thành phố sẽ khởi công 5 dự án.", ["Từ nay=PRESENT_REF", "cuối năm=2024"]),
    ("Bệnh nhân nhập viện hôm 30/7 trong tình trạng nguy kịch.", ["hôm 30/7=2024-07-30"]),
    ("Bé trai 5 tuổi tử vong sau 4 ngày điều trị.", ["4 ngày=P4D"]),
    ("Thời gian làm bài thi là 120 phút.", ["120 phút=PT120M"]),
    (
        "Thí sinh đăng ký từ ngày 18/7 đến 17h ngày 30/7.",
        ["ngày 18/7=2024-07-18", "17h ngày 30/7=2024-07-30T17:00"],
    ),
    ("Học kỳ I bắt đầu từ 5/9 và kết thúc trước 18/1/2025.", ["5/9=2024-09-05", "18/1/2025=2025-01-18"]),
    ("Apple ra mắt iPhone 16 vào tháng 9 tới.", ["tháng 9 tới=2024-09"]),
    (
        "Động đất xảy ra lúc 7 giờ 58 phút 21 giây ngày 28/7.",
        ["7 giờ 58 phút 21 giây ngày 28/7=2024-07-28T07:58"],
    ),
    ("Lúc 13h hôm nay, tâm bão ở vào khoảng 20 độ vĩ Bắc.", ["13h hôm nay=2024-08-14T13:00"]),
    ("Dự báo đêm 15 và ngày 16/8, Hà Nội có mưa.", ["đêm 15=2024-08-15TNI", "ngày 16/8=2024-08-16"]),
    ("Nhiệt độ Hà Nội chiều tối nay giảm còn 26 độ.", ["chiều tối nay=2024-08-14TEV"]),
    ("Cuối năm nay, cầu sẽ thông xe.", ["Cuối năm nay=2024"]),
    ("Đầu thập niên 2000, internet bắt đầu phổ biến.", ["Đầu thập niên 2000=200X"]),
    ("Đầu những năm 90 của thế kỷ trước, gia đình ông vào Nam.", ["Đầu những năm 90 của thế kỷ trước=199X"]),
    ("Thế kỷ 21 là thế kỷ của châu Á.", ["Thế kỷ 21=20"]),
    ("Nửa cuối thế kỷ XIX, thực dân Pháp xâm lược nước ta.", ["Nửa cuối thế kỷ XIX=189X"]),
    ("Ông Trump giữ chức tổng thống giai đoạn 2017-2021.", ["giai đoạn 2017-2021=2017/2021"]),
    ("Tháng trước, Fed giữ nguyên lãi suất.", ["Tháng trước=2024-07"]),
    ("Fed có thể hạ lãi suất vào tháng sau.", ["tháng sau=2024-09"]),
    ("Tuần trước, Ukraine tấn công vùng Kursk.", ["Tuần trước=2024-W32"]),
    (
        "Lũ quét xảy ra hôm 3/8, tới hôm thứ Sáu đường mới thông.",
        ["hôm 3/8=2024-08-03", "hôm thứ Sáu=2024-08-09"],
    ),
    ("Chợ nổi họp từ hôm 5/8 đến hôm 7/8.", ["hôm 5/8 đến hôm 7/8=2024-08-05/2024-08-07"]),
    ("Tối hôm trước, đoàn phim còn quay ở bến sông.", ["Tối hôm trước=2024-08-13TEV"]),
    ("Khoảng 3h, chủ quán thức giấc.", ["3h=2024-08-14T03:00"]),
    ("Khoảng 3h đi bộ là tới đỉnh núi.", []),
    ("Tàu rời ga lúc 23 giờ 3-8-2024.", ["23 giờ 3-8-2024=2024-08-03T23:00"]),
    ("Hội vật mở ngày mùng 5 Tết.", ["ngày mùng 5 Tết=2024-02-14"]),
    ("Mùa hội kéo dài hết tháng 3 âm lịch.", ["tháng 3 âm lịch=LUNAR:XXXX-03-XX"]),
    ("Cầu cũ, nay là chợ đêm, từng sập.", ["nay=PRESENT_REF"]),
    ("Doanh thu cả năm 2023 tăng nhẹ.", ["cả năm 2023=2023"]),
    ("Cả tháng nay làng không có mưa.", ["Cả tháng nay=P1M"]),
    ("Quầy vé mở đến hết năm.", ["hết năm=2024"]),
    ("Trường thu học phí đến hết năm học.", []),
    ("Những tháng cuối năm, đơn hàng dồn dập.", ["Những tháng cuối năm=2024"]),
    ("Trong 10 ngày đầu tháng 8, cảng đón 40 tàu.", ["10 ngày đầu tháng 8=2024-08"]),
    ("Nửa cuối tháng 7, giá cà phê chững lại.", ["Nửa cuối tháng 7=2024-07"]),
    (
        "Giá tăng trong tháng 7, cao hơn hai tuần trước đó.",
        ["tháng 7=2024-07", "hai tuần trước đó=2024-W31"],
    ),
    (
        "Ngày 5/8, tàu cập cảng. Ba ngày sau đó, tàu rời bến.",
        ["Ngày 5/8=2024-08-05", "Ba ngày sau đó=2024-08-08"],
    ),
    ("Sản lượng năm sau cao hơn năm trước.", []),
    ("Lợi nhuận giảm quý thứ hai liên tiếp.", []),
    ("Vé bán hết 3 ngày trước Tết.", ["3 ngày=P3D"]),
    ("Loài cá này sống cách đây 120 triệu năm.", ["cách đây 120 triệu năm=P120000000Y"]),
    ("Hai loài tách nhau 5-6 triệu năm trước.", ["5-6 triệu năm trước=P5000000Y/P6000000Y"]),
    ("Hợp tác xã lãi 20 triệu năm 2023.", ["năm 2023=2023"]),
    ("Ông giữ ghế trọn nhiệm kỳ 5 năm.", ["5 năm=P5Y"]),
    ("Hội làng mở 6 - 8 tháng Giêng.", ["6 - 8 tháng Giêng=2024-02-15/2024-02-17"]),
    (
        "Ngôi đình dựng năm Tân Hợi (1791), sửa năm Canh Thìn (1820).",
        ["năm Tân Hợi=1791", "1791=1791", "năm Canh Thìn=1820", "1820=1820"],
    ),
    ("Cụ sinh năm Đinh Dậu, mất năm Canh Tý.", ["năm Đinh Dậu=2017", "năm Canh Tý=2020"]),
    ("Mùa thu năm Đinh Dậu (1777), thành thất thủ.", ["Mùa thu năm Đinh Dậu=1777-FA", "1777=1777"]),
    ("Gốm này thuộc thế kỷ XIII - XIV.", ["thế kỷ XIII - XIV=12/13"]),
    ("Từ những năm đầu thế kỷ XX, phố đã đông.", ["những năm đầu thế kỷ XX=190X"]),
    ("Mưa rào vào trưa và chiều 15/8.", ["trưa=2024-08-15TMI", "chiều 15/8=2024-08-15TAF"]),
    ("Ánh sáng và tối nay.", ["tối nay=2024-08-14TEV"]),
    ("Hai lịch dự phòng là 2/9 và 5/9.", ["2/9=2024-09-02", "5/9=2024-09-05"]),
    ("Chuyến thăm (29.5 - 2.6) mở ra trang mới.", ["29.5 - 2.6=2024-05-29/2024-06-02"]),
    ("Điểm số dao động 29.5 - 2.6 so với trước.", []),
    ("Số báo sau cách số trước có khi 3 tuần, 5 tuần.", ["3 tuần=P3W", "5 tuần=P5W"]),
    (
        "Chiều 12/8, đoàn tới. Sáng 13/8, đoàn dâng hương. Chiều cùng ngày, đoàn về.",
        ["Chiều 12/8=2024-08-12TAF", "Sáng 13/8=2024-08-13TMO", "Chiều cùng ngày=2024-08-13TAF"],
    ),
    ("Từ ngày thứ 4, người bệnh hết sốt.", []),
    ("Sản lượng hơn cùng kỳ năm ngoái khi mưa đến muộn.", ["cùng kỳ năm ngoái=2023"]),
    ("Hôm thứ Hai, Israel không kích Gaza.", ["Hôm thứ Hai=2024-08-12"]),
    ("Phát biểu ngày 12/8 (giờ địa phương), ông nói sẽ không nhượng bộ.", ["ngày 12/8=2024-08-12"]),
    ("Thứ Ba (13/8), giá dầu tăng 2%.", ["Thứ Ba=2024-08-13", "13/8=2024-08-13"]),
    ("Vụ tai nạn xảy ra khoảng 5h30 sáng cùng ngày.", ["5h30 sáng cùng ngày=2024-08-14T05:30"]),
    (
        "Tính từ đầu năm đến nay, cả nước ghi nhận 50.000 ca sốt xuất huyết.",
        ["đầu năm=2024", "đến nay=PRESENT_REF"],
    ),
    ("Trong tháng 7, tỉnh thu hút 12 dự án.", ["tháng 7=2024-07"]),
    ("Trong 3 tháng tới, công ty sẽ tuyển 200 người.", ["3 tháng tới=P3M"]),
    ("Ba năm trước, anh rời quê lên phố.", ["Ba năm trước=2021"]),
    ("Hai năm trước khi mất, ông viết hồi ký.", ["Hai năm=P2Y"]),
    ("Suốt 30 năm qua, bà bán bún ở góc phố này.", ["Suốt 30 năm qua=P30Y"]),
    ("Dịp Tết, khách du lịch tăng mạnh.", ["Dịp Tết=2024-02-10"]),
    ("Đêm giao thừa, bắn pháo hoa tại 5 điểm.", ["Đêm giao thừa=2024-02-09"]),
    ("Tết Ất Tỵ 2025, công nhân được nghỉ 9 ngày.", ["Tết Ất Tỵ 2025=2025-01-29", "9 ngày=P9D"]),
    ("Rằm tháng Bảy là lễ Vu Lan.", ["Rằm tháng Bảy=LUNAR:XXXX-07-15", "lễ Vu Lan=LUNAR:XXXX-07-15"]),
    ("Khóa học kéo dài từ 6-8 tuần.", ["6-8 tuần=P6W/P8W"]),
    ("Thuốc uống 3 lần/ngày trong 7 ngày.", ["7 ngày=P7D"]),
    (
        "Nhân viên làm việc 8 giờ mỗi ngày, 5 ngày mỗi tuần.",
        ["8 giờ=PT8H", "mỗi ngày=P1D", "5 ngày=P5D", "mỗi tuần=P1W"],
    ),
    ("Quán mở cửa 24/7, kể cả ngày lễ.", []),
    ("Camera hoạt động 24/24 giờ.", []),
    ("Điều 12 Luật 2019, khoản 3/4 không áp dụng.", ["2019=2019"]),
    ("Đội khách thắng 3/5 trận gần nhất.", []),
    ("Tỷ lệ 1/500, 1/2000 được phê duyệt.", []),
    ("Phòng 1205, tòa nhà 12/3 Nguyễn Huệ.", []),
    ("Chỉ số IP 192.168.1.1 và phiên bản 10.2.", []),
    ("Anh chạy 42 km trong 2 giờ 15 phút.", ["2 giờ 15 phút=PT2H15M"]),
    (
        "Giải thưởng Sao Khuê lần thứ 21 được trao tối 13/4.",
        ["Giải thưởng Sao Khuê lần thứ 21=EVENT:giai-thuong-sao-khue-21", "tối 13/4=2024-04-13TEV"],
    ),
    (
        "Phiên họp thứ 36 của Ủy ban Thường vụ Quốc hội khai mạc sáng 12/8.",
        ["Phiên họp thứ 36=EVENT:phien-hop-36", "sáng 12/8=2024-08-12TMO"],
    ),
    (
        "Hội nghị lần thứ chín Ban Chấp hành Trung ương Đảng khóa XIII họp từ ngày 16 đến 18/5/2024.",
        [
            "Hội nghị lần thứ chín Ban Chấp hành Trung ương Đảng khóa XIII=EVENT:CPV-CC13-Plenum-9",
            "ngày 16 đến 18/5/2024=2024-05-16/2024-05-18",
        ],
    ),
    (
        "HĐND tỉnh khóa XVIII, nhiệm kỳ 2021-2026 tổ chức kỳ họp thứ 18.",
        [
            "HĐND tỉnh khóa XVIII=EVENT:hdnd-tinh-18",
            "nhiệm kỳ 2021-2026=2021/2026",
            "kỳ họp thứ 18=EVENT:ky-hop-18",
        ],
    ),
    ("Đại biểu Quốc hội khóa XV tiếp xúc cử tri.", ["Quốc hội khóa XV=EVENT:NationalAssembly-15"]),
    (
        "Chuẩn bị Đại hội đảng bộ các cấp tiến tới Đại hội XIV của Đảng.",
        ["Đại hội XIV của Đảng=EVENT:CPV-Congress-14"],
    ),
    ("Cách mạng công nghiệp 4.0 tác động mạnh đến lao động.", ["Cách mạng công nghiệp 4.0=EVENT:4IR"]),
    (
        "Đại hội Thể thao Đông Nam Á lần thứ 31 (SEA Games 31) khai mạc ngày 12/5/2022.",
        [
            "Đại hội Thể thao Đông Nam Á lần thứ 31=EVENT:SEAGames-31",
            "SEA Games 31=EVENT:SEAGames-31",
            "ngày 12/5/2022=2022-05-12",
        ],
    ),
    ("Bà đã 90 tuổi, sống ở đây từ những năm 60 thế kỷ XX.", ["những năm 60 thế kỷ XX=196X"]),
    ("Hồi tháng 5, Quốc hội đã miễn nhiệm chức danh này.", ["tháng 5=2024-05"]),
    ("Sau hơn một năm xét xử, tòa tuyên án.", ["hơn một năm=P1Y"]),
    ("Án sơ thẩm ngày 5 tháng này bị kháng nghị.", ["ngày 5 tháng này=2024-08-05"]),
    (
        "Mức lương tối thiểu vùng áp dụng từ tháng 7/2024 đến tháng 6/2025.",
        ["tháng 7/2024 đến tháng 6/2025=2024-07/2025-06"],
    ),
    (
        "Đến năm 2025 phấn đấu đạt 3.000 km cao tốc, năm 2030 đạt 5.000 km.",
        ["năm 2025=2025", "năm 2030=2030"],
    ),
    ("Chương trình mục tiêu quốc gia giai đoạn I (2021-2025) đã hoàn thành.", ["2021-2025=2021/2025"]),
    (
        "Lễ kỷ niệm 50 năm Ngày Giải phóng miền Nam (30/4/1975 - 30/4/2025).",
        ["50 năm=P50Y", "30/4/1975 - 30/4/2025=1975-04-30/2025-04-30"],
    ),
    ("Ngày 2/9/1945, tại Quảng trường Ba Đình, Bác Hồ đọc Tuyên ngôn Độc lập.", ["Ngày 2/9/1945=1945-09-02"]),
    ("Năm ấy mùa đông rét lắm.", []),
    ("Xuân này con không về.", []),
    ("Cô giáo Mai dạy lớp 5, năm học mới bắt đầu.", []),
    ("Tuổi Trẻ Chủ Nhật ra số đặc biệt.", []),
    ("Chương trình Chủ nhật xanh thu hút 500 bạn trẻ.", []),
    ("Anh xếp thứ năm chung cuộc, đứng sau người thứ hai.", []),
    ("Trận đấu vòng 5 kết thúc với tỷ số 2-1 sau 120 phút.", ["120 phút=PT120M"]),
    # datelines
    ("Cập nhật: 10:25, 14/08/2024", ["10:25, 14/08/2024=2024-08-14T10:25"]),
    ("10:25 | 14/08/2024", ["10:25 | 14/08/2024=2024-08-14T10:25"]),
    ("2024-08-14T10:25:00+07:00", ["2024-08-14T10:25:00+07:00=2024-08-14T10:25+07:00"]),
    ("(Thứ Tư, 14/08/2024, 10:25 (GMT+7))", ["Thứ Tư, 14/08/2024, 10:25 (GMT+7)=2024-08-14T10:25+07:00"]),
    ("Ngày đăng: 14.08.2024", ["14.08.2024=2024-08-14"]),
    (
        "Ngày Nhà giáo Việt Nam 20-11 năm nay được tổ chức trọng thể.",
        ["Ngày Nhà giáo Việt Nam 20-11 năm nay=2024-11-20"],
    ),
    ("Nghị quyết 18 khóa XII về tinh gọn bộ máy.", ["Nghị quyết 18 khóa XII=EVENT:CPV-Term-12"]),
    ("Triều Nguyễn (1802-1945) để lại nhiều di sản.", ["1802-1945=1802/1945"]),
    ("Nhà thơ Xuân Diệu (1916 - 1985) là ông hoàng thơ tình.", ["1916 - 1985=1916/1985"]),
    ("Vào thế kỷ thứ X, Đinh Tiên Hoàng lên ngôi năm 968.", ["thế kỷ thứ X=09", "năm 968=0968"]),
    ("Giải đấu diễn ra từ ngày 1 - 10/9 tại Nghệ An.", ["ngày 1 - 10/9=2024-09-01/2024-09-10"]),
    ("Tối 17 và 18/8, đêm nhạc diễn ra tại Nhà hát Hồ Gươm.", ["Tối 17=2024-08-17TEV", "18/8=2024-08-18"]),
    (
        "Cách đây đúng 70 năm, ngày 10/10/1954, đoàn quân tiến về tiếp quản Thủ đô.",
        ["Cách đây đúng 70 năm=1954", "ngày 10/10/1954=1954-10-10"],
    ),
    ("Thị trường tuần qua giảm điểm; tuần này có thể hồi phục.", ["tuần qua=2024-W32", "tuần này=2024-W33"]),
    ("Tiền lương tháng 13 được trả trước Tết.", []),
    ("Từ 7h-9h sáng mai cấm xe tải.", ["7h-9h sáng mai=2024-08-15T07:00/2024-08-15T09:00"]),
    ("Mỗi ngày tập 2 lần, mỗi lần 30 phút.", ["Mỗi ngày=P1D", "30 phút=PT30M"]),
    ("Từ thứ Hai đến thứ Sáu tuần này, trời nắng.", ["thứ Hai đến thứ Sáu tuần này=2024-08-12/2024-08-16"]),
    ("Chương trình 135, Quốc lộ 1A, km 12+300.", []),
    # written with dots, in shares of the year, per unit, and what only looks like it
    ("Dự án khởi công hồi tháng 4.2022, về đích quý 4.2025.", ["tháng 4.2022=2022-04", "quý 4.2025=2025-Q4"]),
    ("Từ 6.2021, giá thuê mặt bằng đã giảm một nửa.", ["6.2021=2021-06"]),
    ("Doanh thu tăng 18% so với cùng kỳ 2023.", ["cùng kỳ 2023=2023"]),
    ("Công ty kỳ vọng lợi nhuận cả năm vượt kế hoạch.", ["cả năm=2024"]),
    ("Gia đình có năm con, cả năm người đều học giỏi.", []),
    ("Xuất khẩu 5 tháng năm 2024 đạt 156 tỷ USD.", ["5 tháng năm 2024=2024-01/2024-05"]),
    ("Trẻ cần được bú mẹ hoàn toàn trong 6 tháng đầu đời.", ["6 tháng=P6M"]),
    ("Sở báo cáo định kỳ 3 tháng về Ủy ban nhân dân thành phố.", ["định kỳ 3 tháng=P3M"]),
    ("Cuộc thi được tổ chức 3 năm/lần.", ["3 năm/lần=P3Y"]),
    ("Kế hoạch được chia nhỏ theo từng quý, từng tuần.", ["từng quý=P3M", "từng tuần=P1W"]),
    ("Anh đã từng năm lần vô địch quốc gia.", []),
    ("Người bệnh chỉ ngủ 4-5 tiếng/ngày.", ["4-5 tiếng=PT4H/PT5H"]),
    ("Chợ nghỉ từ mùng 1 đến mùng 4 Tết.", ["mùng 1 đến mùng 4 Tết=2024-02-10/2024-02-13"]),
    ("Thứ Sáu này, ban nhạc diễn tại Huế.", ["Thứ Sáu này=2024-08-16"]),
    ("Ngày 2: Thăm làng gốm và chợ quê.", []),
    ("Dự án được gia hạn hai lần, mỗi lần 18 tháng.", ["18 tháng=P18M"]),
    ("Cây ra hoa theo chu kỳ 2-3 năm.", ["2-3 năm=P2Y/P3Y"]),
    ("Sang năm, thành phố sẽ mở thêm hai tuyến buýt điện.", ["Sang năm=2025"]),
    ("Bước sang năm 2025, dự án bước sang tuần thứ ba thi công.", ["năm 2025=2025"]),
    ("Dịp Tết Nguyên đán 2023, bến xe đón 40.000 khách.", ["Dịp Tết Nguyên đán 2023=2023-01-22"]),
    ("Lễ hội khai mạc ngày 10 tháng Giêng năm 2024.", ["ngày 10 tháng Giêng năm 2024=2024-02-19"]),
    ("Nhịn ăn gián đoạn trong 24 giờ không phù hợp với người già.", ["24 giờ=PT24H"]),
    ("Thời gian làm việc tối đa là 8 giờ.", ["8 giờ=PT8H"]),
    ("Hội chợ phải hoãn một ngày vì mưa lớn.", ["một ngày=P1D"]),
    ("Sản lượng của quý trước giảm nhẹ.", ["quý trước=2024-Q2"]),
    ("Cửa hàng bán đá quý trước cổng chợ.", []),
    ("Nhà hát diễn 20 đêm diễn phục vụ học sinh.", []),
    ("Năm học này, trường tuyển thêm bốn giáo viên.", ["Năm học này=PRESENT_REF"]),
    # names with a figure before a word of time
    ("Bộ đội Quân khu 5 đêm 12/8 đã vào tới bản.", ["đêm 12/8=2024-08-12TNI"]),
    ("Gạo nguyên liệu OM 380 hôm nay đứng giá.", ["hôm nay=2024-08-14"]),
    ("Ảnh 7 tuần tra bảo vệ đường biên.", []),
    # an hour and a minute before a day with a dash
    ("Lúc 5 giờ 20 ngày 2-7, đoàn tàu dừng ở ga Vinh.", ["5 giờ 20 ngày 2-7=2024-07-02T05:20"]),
    ("Khoảng 10 giờ 45 ngày 3.8, mưa tạnh.", ["10 giờ 45 ngày 3.8=2024-08-03T10:45"]),
    ("Anh đi bộ hết 2 giờ 30 phút.", ["2 giờ 30 phút=PT2H30M"]),
    # days with a dash that no "ngày" announces
    ("Các trường công bố điểm chuẩn trước 17-8.", ["17-8=2024-08-17"]),
    ("Đội nhà dẫn trước 2-1 sau hiệp một.", []),
    ("Trong dịp lễ 30-4 và 1-5, khách sạn kín phòng.", ["30-4=2024-04-30", "1-5=2024-05-01"]),
    ("Ngày Quốc tế Lao động (1-5) trời mưa.", ["Ngày Quốc tế Lao động=2024-05-01", "1-5=2024-05-01"]),
    ("Hai đội bất phân thắng bại (1-1).", []),
    (
        "Trong 2 ngày: 16 và 17-7, đoàn thanh tra làm việc tại cảng.",
        ["2 ngày: 16 và 17-7=2024-07-16/2024-07-17"],
    ),
    ("Theo Reuters hôm nay 12.8, hai bên sẽ gặp lại.", ["hôm nay 12.8=2024-08-12"]),
    ("Cùng ngày 12.8, hội trao giải văn xuôi.", ["Cùng ngày 12.8=2024-08-12"]),
    ("Ông nói tại cuộc họp nội các ngày 12.8.", ["ngày 12.8=2024-08-12"]),
    # shares, rounds and titles
    ("Quân đội kiểm soát khoảng 3/4 tỉnh này.", []),
    ("Vòng đối thoại thứ 2 chưa có kết quả.", []),
    ("Tiểu thuyết Từ giờ thứ sáu đến giờ thứ chín được tái bản.", []),
    ("Chị em góp tiền định kỳ 1 tháng/lần.", ["định kỳ 1 tháng/lần=P1M"]),
    # months in words, years without "năm", the cycle of sixty
    ("Thứ ba, 7 Tháng 6 2016 09:40", ["Thứ ba, 7 Tháng 6 2016 09:40=2016-06-07T09:40"]),
    ("Báo ra ngày 22 tháng Bảy 2015.", ["ngày 22 tháng Bảy 2015=2015-07-22"]),
    ("Thư đề 3 tháng Tư, 2016.", ["3 tháng Tư, 2016=2016-04-03"]),
    (
        "Trong dịp Tết Nguyên đán Mậu Tuất 2018, bản vui như hội.",
        ["dịp Tết Nguyên đán Mậu Tuất 2018=2018-02-16"],
    ),
    # days written with a hyphen or a full stop, several of them or from one to the other
    (
        "Bảo tàng đóng cửa từ ngày 2-9 đến 15-10 để sửa mái.",
        ["ngày 2-9 đến 15-10=2024-09-02/2024-10-15"],
    ),
    ("Hai buổi diễn vào ngày 3-9 và 11-10.", ["ngày 3-9=2024-09-03", "11-10=2024-10-11"]),
    ("Trại hè mở từ 5-8 đến 9-8.", ["5-8 đến 9-8=2024-08-05/2024-08-09"]),
    ("Hội chợ kéo dài từ ngày 6.9 - 12.9 ở Huế.", ["ngày 6.9 - 12.9=2024-09-06/2024-09-12"]),
    ("Các ngày 9-10/9 và 12/9, trường nghỉ.", ["Các ngày 9-10/9=2024-09-09/2024-09-10", "12/9=2024-09-12"]),
    ("Mỗi bàn tăng từ 5-6 đến 7-8 khách.", []),
    # midnight, hours up to an hour
    ("Cấm biển từ 0h ngày 16/8.", ["0h ngày 16/8=2024-08-16T00:00"]),
    ("Giá mới áp dụng từ 0 giờ ngày 1/9.", ["0 giờ ngày 1/9=2024-09-01T00:00"]),
    (
        "Quầy mở 7h-11h và 13h-16h các ngày trong tuần.",
        ["7h-11h=2024-08-14T07:00/2024-08-14T11:00", "13h-16h=2024-08-14T13:00/2024-08-14T16:00"],
    ),
    ("Bóng lăn lúc 18h45' tối 13.8.", ["18h45' tối 13.8=2024-08-13T18:45"]),
    ("Quán đóng cửa lúc 12 giờ đêm 13/8.", ["12 giờ đêm 13/8=2024-08-13T24:00"]),
    # the year that was told, a part of a bare year
    (
        "Năm 1936, ông ra tù. Tháng 5 năm đó, ông viết báo; đến cuối năm ấy, tòa soạn bị đóng cửa.",
        ["Năm 1936=1936", "Tháng 5 năm đó=1936-05", "cuối năm ấy=1936"],
    ),
    (
        "Bây giờ khác xưa. Sinh năm 1951, cuối năm đó bà theo mẹ ra Bắc.",
        ["Bây giờ=PRESENT_REF", "năm 1951=1951", "cuối năm đó=1951"],
    ),
    ("Những năm đó, chợ họp dưới gốc đa.", []),
    ("Đầu 2019, xưởng đóng cửa. Giữa 2021, xưởng mở lại.", ["Đầu 2019=2019", "Giữa 2021=2021"]),
    # whatever follows a length that looks back or ahead
    ("Trong 20 năm qua Việt Nam trồng thêm nhiều rừng.", ["20 năm qua=P20Y"]),
    ("Hai tháng tới trung tâm tuyển thêm thợ.", ["Hai tháng tới=P2M"]),
    ("Sau 8 năm Pháp mở lại lãnh sự quán.", ["8 năm=P8Y"]),
    ("Suốt 3 ngày đêm diễn ra hội, phố không ngủ.", ["Suốt 3 ngày đêm=P3D"]),
    ("Bà nói ba tiếng Đức, Nga, Nhật; ngoài sân có hai tiếng nổ.", []),
    ("Thời gian thử thách từ một năm đến năm năm.", ["một năm đến năm năm=P1Y/P5Y"]),
    # mùng, and what comes again
    ("Nhà máy nghỉ từ mùng 2 đến mùng 4/9.", ["mùng 2 đến mùng 4/9=2024-09-02/2024-09-04"]),
    ("Làng vào hội mùng 5 tháng 3 (âm lịch).", ["mùng 5 tháng 3 (âm lịch)=LUNAR:XXXX-03-05"]),
    (
        "Hội làng (mồng 8 đến mồng 10/3 ÂL) đông vui.",
        ["mồng 8 đến mồng 10/3 ÂL=LUNAR:XXXX-03-08/LUNAR:XXXX-03-10"],
    ),
    ("Chợ họp ngày 15 hằng tháng.", ["ngày 15 hằng tháng=XXXX-XX-15"]),
    (
        "Câu lạc bộ tập tối thứ Ba, thứ Sáu hằng tuần.",
        ["tối thứ Ba=XXXX-WXX-2TEV", "thứ Sáu hằng tuần=XXXX-WXX-5"],
    ),
    ("Đò chạy từ ngày 2-9 đến 9-9 hằng tuần.", ["ngày 2-9 đến 9-9=2024-09-02/2024-09-09", "hằng tuần=P1W"]),
    ("Mưa to hai ngày 3/8 và 5/8.", ["ngày 3/8=2024-08-03", "5/8=2024-08-05"]),
]


def read(text: str, published: str = PUBLISHED, **options: str) -> list[str]:
    return [f"{row.surface}={row.value}" for row in tag(article(text, published), **options)]


def only(text: str, published: str = PUBLISHED, **options: str) -> Time:
    (row,) = tag(article(text, published), **options)
    return row


class TestComposed:
    @pytest.mark.parametrize(("text", "expected"), COMPOSED)
    def test_sentence(self, text: str, expected: list[str]) -> None:
        """A sentence of the press gives these expressions with these values, and no others."""
        assert read(text) == expected

    def test_no_break_space_is_a_space(self) -> None:
        """Editors glue dates with no-break spaces; the expression is the same and its surface as written."""
        assert read("Thứ\u00a0tư, 15/12/2021\u00a010:53 GMT+7") == [
            "Thứ\u00a0tư, 15/12/2021\u00a010:53 GMT+7=2021-12-15T10:53+07:00"
        ]

    def test_spelling_of_tone_marks_does_not_matter(self) -> None:
        """Khóa and khoá, quý and quí are one word each."""
        assert read("Quí I/2024, Quốc hội khoá XV họp.") == [
            "Quí I/2024=2024-Q1",
            "Quốc hội khoá XV=EVENT:NationalAssembly-15",
        ]

    def test_letters_that_grow_in_lower_case_keep_offsets(self) -> None:
        """The capital İ is two characters in lower case; what follows it is still sliced rightly."""
        assert read("İİİ ngày 5/3/2020.") == ["ngày 5/3/2020=2020-03-05"]


class TestWithoutDate:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Hội nghị diễn ra ngày 16/12.", "XXXX-12-16"),
            ("Sáng nay, Hội nghị khai mạc.", "XXXX-XX-XXTMO"),
            ("Thứ Hai, tòa tuyên án.", "XXXX-WXX-1"),
            ("Năm ngoái, sản lượng tăng.", "XXXX"),
            ("Tuần trước trời mưa.", "XXXX-WXX"),
            ("Doanh thu quý III tăng.", "XXXX-Q3"),
            ("Giữa thế kỷ này sẽ khác.", "XXXX"),
            ("Vào ngày 15, đoàn lên đường.", "XXXX-XX-15"),
        ],
    )
    def test_unknown_part_stays_unknown(self, text: str, value: str) -> None:
        """Without a date of publication nothing is resolved, and nothing gets days on the axis."""
        row = only(text, "")
        assert (row.value, row.earliest, row.latest, row.relation, row.how) == (
            value,
            "",
            "",
            "",
            "unresolved",
        )

    def test_the_same_day_is_the_day_that_was_told(self) -> None:
        """ "Cùng ngày" and a bare hour keep the day and month last spoken of, though nobody knows the year."""
        text = "Tối 28/10, nước dâng. Lúc 23h cùng ngày, cầu bị cuốn trôi.\nChiều cùng ngày, bão tan."
        assert read(text, "") == [
            "Tối 28/10=XXXX-10-28TEV", "23h cùng ngày=XXXX-10-28T23:00", "Chiều cùng ngày=XXXX-10-28TAF",
        ]  # fmt: skip

    def test_reference_date_is_named_as_inferred(self) -> None:
        """A reference date fills in the year, and the row says that it was inferred."""
        row = only("Hội nghị diễn ra ngày 16/12.", "", reference="2021-12-14")
        assert (row.value, row.how) == ("2021-12-16", "inferred")

    def test_publication_comes_before_reference(self) -> None:
        """An article's own date wins over the reference date of the corpus."""
        row = only("Hội nghị diễn ra ngày 16/12.", "2019-12-01", reference="2021-12-14")
        assert (row.value, row.how) == ("2019-12-16", "resolved")

    def test_full_dates_need_no_reference(self) -> None:
        """What the words give whole is read from the text alone."""
        row = only("Ngày 2/9/1945, Tuyên ngôn Độc lập được đọc.", "")
        assert (row.value, row.how) == ("1945-09-02", "text")

    @pytest.mark.parametrize("bad", ["14/12/2021", "2021-13-01", "hôm nay", "0001-01-01"])
    def test_bad_date_is_an_error(self, bad: str) -> None:
        """A date of publication that is no ISO date is named together with the article."""
        with pytest.raises(ValueError, match=r"^a: .* is no date; write it as 2021-12-14$"):
            tag(article("Sáng nay họp.", bad))


class TestRelation:
    @pytest.mark.parametrize(
        ("text", "published", "relation"),
        [
            ("Hôm qua trời mưa.", PUBLISHED, "past"),
            ("Ngày mai trời nắng.", PUBLISHED, "future"),
            ("Hôm nay trời râm.", PUBLISHED, "present"),
            ("Năm nay được mùa.", PUBLISHED, "present"),
            ("Đến năm 2030, mục tiêu sẽ đạt.", PUBLISHED, "future"),
            ("Trong thời gian tới, tỉnh sẽ làm.", PUBLISHED, "future"),
            ("Thời gian qua, tỉnh đã làm.", PUBLISHED, "past"),
            ("Sáng nay, Quốc hội họp.", "2024-08-14T16:30", "past"),
            ("Tối nay, Quốc hội họp.", "2024-08-14T16:30", "present"),
            ("Dự án kéo dài 3 năm.", PUBLISHED, ""),
            ("Suốt 3 năm qua, dự án đình trệ.", PUBLISHED, "present"),
        ],
    )
    def test_side_of_publication(self, text: str, published: str, relation: str) -> None:
        """Before, around or after the day of publication; a bare length has no side."""
        assert only(text, published).relation == relation


class TestExtents:
    @pytest.mark.parametrize(
        ("text", "earliest", "latest"),
        [
            ("Quý II/2024 tăng trưởng.", "2024-04-01", "2024-06-30"),
            ("Tháng 2/2024 có Tết.", "2024-02-01", "2024-02-29"),
            ("Đầu năm 2023 có mưa.", "2023-01-01", "2023-04-30"),
            ("Cuối năm 2023 có mưa.", "2023-09-01", "2023-12-31"),
            ("Giữa thế kỷ XXI sẽ khác.", "2045-01-01", "2055-12-31"),
            ("Những năm 80 khó khăn.", "1980-01-01", "1989-12-31"),
            ("Nhiệm kỳ 2020-2025 bắt đầu.", "2020-01-01", "2025-12-31"),
            ("Tuần trước mưa.", "2024-08-05", "2024-08-11"),
            ("Suốt 5 năm qua giá tăng.", "2019-08-14", "2024-08-14"),
            ("Trong 5-10 năm tới giá tăng.", "2024-08-14", "2034-08-14"),
            ("Thế kỷ XXI là của châu Á.", "2001-01-01", "2100-12-31"),
        ],
    )
    def test_days_for_plotting(self, text: str, earliest: str, latest: str) -> None:
        """Every expression that can be placed has a first and a last day."""
        row = only(text)
        assert (row.earliest, row.latest) == (earliest, latest)

    def test_vague_reference_stays_off_the_axis(self) -> None:
        """A vague reference is a class of its own, without days."""
        row = only("Thời gian gần đây, giá tăng.")
        assert (row.value, row.earliest, row.latest, row.how) == ("PAST_REF", "", "", "vague")

    def test_range_over_new_year(self) -> None:
        """From 25/12 to 5/1 is one interval that runs forward."""
        assert read("Lễ hội diễn ra từ 25/12 đến 5/1.", "2024-01-03") == [
            "25/12 đến 5/1=2023-12-25/2024-01-05"
        ]

    def test_year_is_left_out_across_new_year(self) -> None:
        """In January, 25/12 is last year's; in December, 5/1 is next year's."""
        assert only("Bắt đầu từ ngày 25/12.", "2024-01-03").value == "2023-12-25"
        assert only("Bắt đầu từ ngày 5/1.", "2023-12-28").value == "2024-01-05"

    def test_will_puts_a_weekday_ahead(self) -> None:
        """A bare weekday lies behind, unless the clause says what will be."""
        assert only("Thứ Sáu, tòa đã tuyên án.").value == "2024-08-09"
        assert only("Tòa sẽ tuyên án vào thứ Sáu.").value == "2024-08-16"

    def test_same_day_means_the_day_last_spoken_of(self) -> None:
        """ "Cùng ngày" points back to the last day in the text."""
        assert read("Sáng 5/8, đoàn rời Hà Nội. Chiều cùng ngày, đoàn đến Huế.") == [
            "Sáng 5/8=2024-08-05TMO",
            "Chiều cùng ngày=2024-08-05TAF",
        ]

    def test_same_day_passes_over_the_day_of_a_cited_paper(self) -> None:
        """The day of a decision that is cited is not the day that is told of."""
        rows = tag(
            article(
                "Chiều 12/8, tỉnh họp triển khai Quyết định số 45/QĐ-TTg ngày 3/2/2024. Tối cùng ngày, đoàn dự lễ.",
                PUBLISHED,
            )
        )
        assert [row.value for row in rows] == ["2024-08-12TAF", "2024-02-03", "2024-08-12TEV"]

    def test_same_day_in_another_line_is_not_a_deadline_ahead(self) -> None:
        """A day that lies ahead is left with its own line."""
        rows = tag(
            article(
                "Sáng 13/8, bộ giao ban.\nHồ sơ nộp trước ngày 30/9.\nCùng ngày, bộ thăm nhà máy.", PUBLISHED
            )
        )
        assert [row.value for row in rows] == ["2024-08-13TMO", "2024-09-30", "2024-08-13"]

    def test_bare_hour_belongs_to_the_day_that_is_told_of(self) -> None:
        """A report of an accident names the day once."""
        rows = tag(
            article("Ngày 10/8, xe khách gặp nạn.\nĐến 5h30, hai nạn nhân được đưa ra ngoài.", PUBLISHED)
        )
        assert [row.value for row in rows] == ["2024-08-10", "2024-08-10T05:30"]

    def test_same_year_means_the_year_last_spoken_of(self) -> None:
        """ "cùng năm" follows a year, not the publication."""
        rows = tag(article("Phim bấm máy tháng 3/2019 và ra rạp ngày 20/12 cùng năm.", PUBLISHED))
        assert [row.value for row in rows] == ["2019-03", "2019-12-20"]

    def test_morning_that_opens_a_sentence_belongs_to_the_day_that_was_told(self) -> None:
        """ "Buổi sáng" after a day in the same line is that day's; a habit has no day."""
        assert read("Ngày 12/8, tỉnh họp. Buổi sáng, đại biểu nghe báo cáo.")[1] == "Buổi sáng=2024-08-12TMO"
        assert read("Bác sĩ khuyên uống nước vào buổi sáng.") == ["buổi sáng=TMO"]

    def test_day_that_was_planned_and_is_just_over(self) -> None:
        """ "Dự kiến" puts a day ahead, but not a whole year ahead of yesterday."""
        assert only("Tòa dự kiến mở phiên xử vào ngày 12/8.").value == "2024-08-12"
        assert only("Tòa dự kiến mở phiên xử vào ngày 12/2.").value == "2025-02-12"

    def test_before_that_counts_from_the_day_last_spoken_of(self) -> None:
        """ "ba ngày trước đó" follows a day."""
        rows = tag(article("Ngày 9/8, tòa tuyên án. Ba ngày trước đó, bị cáo nộp đơn.", PUBLISHED))
        assert [row.value for row in rows] == ["2024-08-09", "2024-08-06"]

    def test_bracket_says_which_weekday(self) -> None:
        """The date in brackets decides which Monday is meant."""
        assert read("Thứ Hai (29/7), phiên tòa mở.") == ["Thứ Hai=2024-07-29", "29/7=2024-07-29"]


class TestNoDates:
    def test_enumerators_in_an_article_that_counts(self) -> None:
        """ "Thứ Năm," at the start of a line is fifthly where "Thứ nhất" begins another line."""
        text = "Thứ nhất, học tập.\nThứ Hai, làm việc.\nThứ Năm, tổng kết.\nNăm là, thi đua."
        assert read(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Phát huy tối đa mọi nguồn lực.",
            "Quốc hội thông qua luật; qua đó, đời sống ngày càng tốt hơn.",
            "Theo Nghị định 73/2024/NĐ-CP, Kết luận 12-KL/TW và Quyết định số 209.",
            "Tỷ số chung cuộc là 3-1, tỷ lệ kiểm soát bóng 60/40.",
            "Bé 6 tháng tuổi và cụ bà 95 tuổi đều khỏe.",
            "Lượt xem: 2021",
            "Gọi 0912.345.678 hoặc 1900 1234.",
            "Địa chỉ: số 12/3 ngõ 5 phố Huế.",
            "Chỉ số tăng 12,5%, đạt 31.10 điểm.",
            "Hạn hán chiếm 2/3 diện tích, 1/4 số hộ thiếu nước.",
            "Anh Ba, chị Năm và ông Hai đều vắng mặt.",
            "Cửa hàng, ngân hàng đều đóng cửa.",
            "Thứ hạng của đội là thứ 5.",
            "Kinh phí 2.024 tỷ đồng, gồm 2024 đồng tiền lẻ.",
        ],
    )
    def test_not_a_time(self, text: str) -> None:
        """Enumerators, papers, scores, ages, counters, decimals, phones, prices and addresses are no dates."""
        assert read(text) == []

    @pytest.mark.parametrize(
        "text", ["Ngày 31/2 không có.", "Ngày 30/2/2024 không có.", "Ngày 31/4/2023 không có."]
    )
    def test_impossible_days_get_no_value_of_a_day(self, text: str) -> None:
        """A day that the calendar does not have is not tagged as that day."""
        assert not any("-02-3" in value or "-04-31" in value for value in read(text))


class TestGold:
    def test_every_trap_is_avoided(self) -> None:
        """None of the marked strings of the five articles is taken for a time."""
        found = _by_line(gold_articles())
        wanted = {(r["article_id"], int(r["line_no"]), int(r["start"])) for r in gold("times")}
        for trap in gold("times_traps"):
            key = trap["article_id"], int(trap["line_no"])
            for row in found.get(key, []):
                overlaps = row.start < int(trap["end"]) and int(trap["start"]) < row.end
                assert not overlaps or any((*key, at) in wanted for at in range(row.start, row.end)), trap

    def test_core_expressions_are_found_with_their_value(self) -> None:
        """At least 97 % of the core annotations are found, 95 % with the same value."""
        found = _by_line(gold_articles())
        core = [r for r in gold("times") if r["core"] == "1"]
        spans = values = 0
        for want in core:
            near = [
                row
                for row in found.get((want["article_id"], int(want["line_no"])), [])
                if row.start < int(want["end"]) and int(want["start"]) < row.end
            ]
            spans += bool(near)
            values += any(row.value == want["value"] for row in near)
        assert spans / len(core) >= 0.97
        assert values / len(core) >= 0.95

    def test_event_is_not_cut_short(self) -> None:
        """ "Đại hội XIII" is not read as "Đại hội XII"."""
        assert only("Nghị quyết Đại hội XIII của Đảng").value == "EVENT:CPV-Congress-13"


def _by_line(articles: Iterable) -> dict[tuple[str, int], list[Time]]:
    found: dict[tuple[str, int], list[Time]] = {}
    for one in articles:
        for row in tag(one, reference="2021-12-14"):
            found.setdefault((one.article_id, row.line_no), []).append(row)
    return found


PIECES = [
    "ngày ",
    "5/3",
    "/",
    "-",
    "2021",
    " năm",
    " tháng ",
    "quý III",
    "sáng ",
    "thứ Hai",
    ", ",
    "(",
    ")",
    "“",
    "12",
    ":",
    "h",
    " đến ",
    "31",
    "30/2",
    "Tết",
    " hằng năm",
    "đầu ",
    "thế kỷ ",
    "XXI",
    "\u00a0",
    "\n",
    "9999",
    "0",
    "mười ",
    "hai ",
]


class TestProperties:
    @settings(max_examples=300, deadline=None)
    @given(
        st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
        st.sampled_from(["", PUBLISHED, "2024-02-29", "1600-01-01", "2999-12-31"]),
    )
    def test_offsets_slice_back_and_nothing_overlaps(self, text: str, published: str) -> None:
        """Whatever the text, a row's surface stands at its offsets, rows do not overlap, and ends run forward."""
        one = article(text, published)
        last: dict[int, int] = {}
        for row in tag(one):
            assert one.lines[row.line_no - 1].text[row.start : row.end] == row.surface != ""
            assert row.start >= last.get(row.line_no, 0)
            assert row.value
            assert row.earliest <= row.latest
            last[row.line_no] = row.end

    @settings(max_examples=200, deadline=None)
    @given(st.text(max_size=200))
    def test_any_text_is_read(self, text: str) -> None:
        """No text raises an error."""
        tag(article(text, PUBLISHED))

    @settings(max_examples=200, deadline=None)
    @given(
        st.dates(date(1900, 1, 1), date(2099, 12, 31)),
        st.sampled_from(
            [
                "{d}/{m}/{y}",
                "{d}-{m}-{y}",
                "{d:02}/{m:02}/{y}",
                "ngày {d} tháng {m} năm {y}",
                "ngày {d}.{m}.{y}",
            ]
        ),
    )
    def test_written_dates_are_read_back(self, day: date, form: str) -> None:
        """A date written in any of the usual forms is that date."""
        assert only(form.format(d=day.day, m=day.month, y=day.year), "").value == day.isoformat()

    @pytest.mark.parametrize(
        "piece",
        [
            "năm ",
            "12/",
            "(",
            "“",
            "1 ",
            "đại hội ",
            "A",
            "hội nghị a ",
            "5 ngày 6, ",
            " ",
            "IX ",
            "sáng ",
            "2021-",
            "31/12/2021 ",
        ],
    )
    def test_long_runs_are_read(self, piece: str) -> None:
        """Long runs of one piece end in reasonable time and without error."""
        tag(article(piece * 3000, PUBLISHED))


class TestParts:
    def test_resolve_takes_the_nearest_year(self) -> None:
        """A day without a year is looked for around the anchor."""
        assert resolve(Moment(day=14, month=12), date(2021, 12, 20)).value == "2021-12-14"

    def test_moment_refuses_what_the_calendar_lacks(self) -> None:
        """31/4 is no moment."""
        assert moment(time_words.words(), {"d": "31", "m": "4"}) is None

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("hai mươi lăm", 25),
            ("mười hai", 12),
            ("một trăm", 100),
            ("12,5", 12.5),
            ("1.200", 1200),
            ("nửa", 0.5),
            ("chục", 10),
        ],
    )
    def test_numbers_in_words(self, text: str, value: float) -> None:
        """Amounts are read in figures and in words."""
        assert time_words.words().amount(text) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        [("xiii", 13), ("xxi", 21), ("iv", 4), ("12", 12), ("iiii", None), ("vx", None), ("", None)],
    )
    def test_roman_numerals(self, text: str, value: int | None) -> None:
        """Only well-formed numerals count."""
        assert time_words.roman(text) == value

    def test_corpus_brings_its_own_words(self, tmp_path) -> None:
        """A codebook in the corpus folder stands in for the project's, and a missing entry is named."""
        folder = tmp_path / "codebooks"
        folder.mkdir()
        (folder / "times.yaml").write_text("numbers: {một: 1}\n", encoding="utf-8")
        with pytest.raises(CodebookError, match=r"times\.yaml: no entry date_leads|times\.yaml: no entry"):
            tag(article("Sáng nay họp.", PUBLISHED), corpus=tmp_path)

    def test_cut_text_is_not_read(self) -> None:
        """What cleaning cut out inside a line gives no expression; a caption that is glued on still does."""
        from caytre.tables import Cut

        one = article("author 5/3/2020 Ngày 6/3/2020 họp.", PUBLISHED)
        cut = one._replace(cuts=[Cut("a", 1, 0, 16, "template", "author 5/3/2020 ")])
        assert [row.value for row in tag(cut)] == ["2020-03-06"]
