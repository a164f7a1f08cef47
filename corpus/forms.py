"""The wording of the parts of a head and a foot (Nghị định 30/2020/NĐ-CP, Điều 7 và Điều 8)."""

from __future__ import annotations

import re

KINDS = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Sắc lệnh", "Lệnh",
    "Nghị quyết liên tịch", "Nghị quyết",
    "Nghị định", "Thông tư liên tịch", "Thông tư", "Quyết định", "Chỉ thị", "Quy chế", "Quy định",
    "Thông cáo", "Thông tri", "Thông báo kết luận", "Thông báo", "Hướng dẫn",
    "Chương trình hành động", "Chương trình", "Kế hoạch", "Phương án", "Đề án",
    "Dự án", "Báo cáo", "Biên bản cuộc họp", "Biên bản họp", "Biên bản hội nghị",
    "Biên bản làm việc", "Biên bản", "Tờ trình", "Hợp đồng", "Công điện", "Bản ghi nhớ",
    "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép",
    "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công", "Kết luận", "Công văn", "Điều lệ",
    "Nội quy", "Lời kêu gọi", "Tuyên bố",
)  # fmt: skip
ANY_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
KIND = re.compile(
    r"(?:\*\*|#+ )*(?P<kind>" + "|".join(kind.upper() for kind in KINDS) + r")(?=$|[\s*:.])"
)
UPPER = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper())
NUMBER = re.compile(
    r"(?i:số)\s*:?\s*(?P<number>(?P<n>\d+[A-Za-zđ]?(?:/\d{4})?)?[\s.…_]*[-–−/_]\s*"
    r"(?P<sign>[A-ZĐ][A-Za-zĐđ.]*\d*(?:\s?[-–−/_]\s?[A-ZĐ][A-Za-zĐđ.]*\d*)*))"
)
NUMBER_LINE = re.compile(r"[*_]*(?:[A-ZĐ]\w+(?: \w+){0,2} )?" + NUMBER.pattern)
DATE = re.compile(
    r"(?P<date>ngày\s*(?P<day>\d{1,2})?[\s.…_]*tháng\s*(?P<month>\d{1,2})?"
    r"[\s.…_]*năm\s*(?P<year>\d{4}))"
)
PLACE_DATE = re.compile(
    r"(?<![-/\w])(?P<place>[^\W\d_a-z][\w.]*(?: [^\W\d_][\w.]*){0,5}),\s*"
    r"(?:hồi\s*\d{1,2}\s*giờ(?:\s*\d{1,2}(?:\s*phút)?)?,?\s*)?" + DATE.pattern  # of a công điện
)
_AREA = (
    rf"[{UPPER}][\w.]*(?: (?:[{UPPER}][\w.]*|tỉnh|phố|huyện|quận|thị|xã|phường|trấn|đảo)){{0,6}}"
)
_DAY = (  # "ngày 03/4/2024", "ngày 3-4-2024", "03 tháng 4 năm 2024"
    r"(?P<date>(?:ngày\s*(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})"
    r"|(?:ngày\s*)?(?P<day_>\d{1,2})\s*tháng\s*(?P<month_>\d{1,2})\s*năm\s*(?P<year_>\d{4})))"
)
DATED_LINE = re.compile(  # the place and the date as a line of their own, however typed
    rf"[*_(]*(?P<place>{_AREA})\s*(?:,\s*|\s(?=ngày)){_DAY}[)*_.]*$"
)
POSTED = re.compile(
    r"(?:(?:Thứ \w+|Chủ nhật|Ngày đăng|Đăng ngày|Ngày|Cập nhật)\s*[-:,]?\s*(?:ngày\s*)?)?"
    r"(?:\d{1,2}[:h]\d{2}\s*[-,|]?\s*)?"
    r"(?P<date>(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}))"
    r"(?:\s*[-,|]?\s*\d{1,2}[:h]\d{2}(?:\s*[AP]M)?)?",
    re.IGNORECASE,
)
MOTTO = re.compile(
    r"[*_]*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM)", re.IGNORECASE
)
RULE = re.compile(r"[-–—_=*.|⁎∗ ]{3,}$|[-–—_=*|⁎∗]+$")  # what is drawn under an issuer or a head
SUBJECT = re.compile(r"[*_(]*V/v:?\s*", re.IGNORECASE)  # the trích yếu of a công văn
ADDRESSEE = re.compile(r"[*_]*(?:Đồng k|K)ính gửi\s*:?[*_]*\s*")
STAMP = re.compile(r"[*_]*(?:HỎA TỐC|(?:THƯỢNG )?KHẨN|DỰ THẢO)\b|[*_]*\((?:Ban hành )?[Kk]èm theo")
RECIPIENTS = re.compile(r"[*_]*nơi nhận[*_]*\s*[:.]?[*_]*", re.IGNORECASE)
OFFICE = re.compile(
    rf"[*_]*(?:(?:KT\.|TM\.|TL\.|TUQ\.|Q\.|[KT]/[MTL])\s?[{UPPER}]"
    r"|(?:PHÓ )?(?:GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG"
    r"|CHÁNH|TRƯỞNG (?:BAN|PHÒNG)|BÍ THƯ|HIỆU TRƯỞNG|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC)\b)"
)
BYLINE = re.compile(r"(?:Tác giả|Người viết|Bài(?: viết)?(?:,? ảnh)?|Tin(?:,? bài)?)\s*:\s*")
SOURCE_LINE = re.compile(r"(?:Nguồn|Biên tập|Ảnh)\s*:|\(?Theo [A-ZĐ][^.;,:]{0,40}$")
COMRADE = re.compile(r"(?:Đ/c|Đồng chí)\.?\s+")
CAPTION = re.compile(
    r"[*_]*(?:Hình ảnh|Ảnh(?: minh họa)?|Hình \d+|Ảnh \d+)\b(?!.*[.;:]$)", re.IGNORECASE
)
END = re.compile(r"\./\.[*_]*$")  # what closes the words of an official document
AGENCY = (
    r"(?:Sở|Ủy ban|Uỷ ban|UBND|HĐND|Bộ|Tổng cục|Cục|Chi cục|Ban|Phòng|Trung tâm|Trường"
    r"|Bệnh viện|Viện|Đảng (?:ủy|uỷ|đoàn|bộ)|Tỉnh (?:ủy|uỷ)|Huyện (?:ủy|uỷ)|Thành (?:ủy|uỷ)"
    r"|Công đoàn|Liên đoàn|Văn phòng|Thanh tra|Công an|Kho bạc|Bảo hiểm|Quốc hội|Chính phủ"
    r"|Thủ tướng|Hội|Hội đồng|Chủ tịch|Tổng công ty|Công ty|Tòa án|Viện kiểm sát)"
)
