"""What the codes in tables are called in the reader's language: domains of images, kinds of echo, fates of lists."""

from __future__ import annotations

import pandas as pd

from caytre.session import t

__all__ = ["named", "translated"]

NAMES: dict[str, tuple[str, str]] = {
    "war/front": ("war and front", "chiến trận"),
    "building": ("building", "nhà cửa"),
    "journey/space": ("journey and space", "hành trình và không gian"),
    "body/medicine": ("body and medicine", "cơ thể và y học"),
    "family/kinship": ("family and friends", "gia đình và bạn bè"),
    "light": ("light", "ánh sáng"),
    "water": ("water", "nước"),
    "nature/weather": ("nature and weather", "thiên nhiên và thời tiết"),
    "plant": ("plant", "cây cối"),
    "game/sport": ("game and sport", "trò chơi và thể thao"),
    "mechanism": ("mechanism", "máy móc"),
    "weaving": ("weaving and knots", "đan dệt"),
    "theatre": ("theatre", "sân khấu"),
    "food": ("food", "ăn uống"),
    "animal": ("animal", "loài vật"),
    "music": ("music", "âm nhạc"),
    "writing": ("writing", "sách vở"),
    "magic": ("magic and myth", "phép lạ và huyền thoại"),
    "puzzle": ("sums and tests", "bài toán"),
    "salient": ("salient", "nổi bật"),
    "conventional": ("conventional", "quen dùng"),
    "kept": ("as announced", "đủ như đã báo"),
    "mismatch": ("another number", "lệch số"),
    "missing": ("never comes", "không thấy liệt kê"),
    "uncounted": ("announced without a number", "báo trước, không nêu số"),
    "unannounced": ("not announced", "không báo trước"),
    "pair": ("two-member figure", "cặp vế"),
    "agency": ("shared text", "văn bản chung"),
    "relayed": ("another's words", "lời người khác"),
    "self": ("self-repetition", "tự lặp lại"),
    "headline": ("headline or caption", "tiêu đề hoặc chú thích ảnh"),
    "set phrase": ("set phrase", "cụm từ cố định"),
    "chain": ("chain", "chuỗi tính từ"),
    "parallel": ("parallel", "cụm đối"),
    "doubling": ("doubling", "từ láy toàn bộ"),
    "sound doubling": ("sound doubling", "từ láy bộ phận"),
    "anaphora": ("same opening", "điệp đầu vế"),
    "obligation": ("must, must not", "phải, không được"),
    "volition": ("resolve and wish", "quyết tâm, mong muốn"),
    "intensifier": ("words of degree", "từ chỉ mức độ"),
    "we": ("we, our", "ta, chúng ta"),
}
"""Code -> English, Vietnamese. A code that a corpus adds to its own codebook keeps its name."""


def named(code: object) -> str:
    """What one code is called."""
    return t(*NAMES.get(str(code), (str(code), str(code))))


def translated(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The frame with the codes in *columns* as a reader calls them."""
    return frame.assign(**{column: [named(code) for code in frame[column]] for column in columns})
