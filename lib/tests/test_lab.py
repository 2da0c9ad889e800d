"""Every notebook in JupyterLab in a real browser, as a reader runs it: on the shipped articles and on other ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from caytre import importing
from tests.browser import Reader, chromium, copy_project, reader
from tests.helpers import PROJECT

NOTEBOOKS = sorted({path.name for path in (PROJECT / "notebooks").glob("*.ipynb")} - {"index.ipynb"})
OWN = "ba-bai"

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
WRONG = (
    "import sys\nprint('nhầm', file=sys.stderr)",
    """from IPython.display import HTML\nHTML('<img src="https://caytre.invalid/tre.png">')""",
    "import socket\nsocket.getaddrinfo('caytre.invalid', 80)",
    "1",
)

ARTICLES = {
    "cau-can-tho.txt": """Khởi công cầu vượt sông Hậu thứ ba

12/03/2024

Sáng 12/3, tại thành phố Cần Thơ, Bộ Giao thông vận tải khởi công dự án cầu vượt sông Hậu thứ ba, nối Cần Thơ với Vĩnh Long. Công trình dài 4,2 km, tổng vốn đầu tư hơn 5.800 tỷ đồng, dự kiến hoàn thành vào năm 2028.

Phát biểu tại lễ khởi công, Thứ trưởng Lê Hoàng Minh cho biết: "Cây cầu không chỉ rút ngắn quãng đường mà còn mở ra hướng phát triển mới cho cả vùng đồng bằng". Ông Minh yêu cầu các nhà thầu bảo đảm ba yêu cầu: đúng tiến độ, đúng chất lượng và an toàn lao động.

Theo bà Trần Thị Thu, Phó Chủ tịch Ủy ban nhân dân thành phố, hơn 320 hộ dân đã bàn giao mặt bằng từ cuối năm 2023. Thành phố sẽ bố trí tái định cư trước tháng 9/2024.
""",
    "phu-sa.txt": """Đồng bằng sông Cửu Long và bài toán phù sa

15/03/2024

Mười năm qua, lượng phù sa đổ về đồng bằng sông Cửu Long đã giảm hơn một nửa. Nhiều đoạn bờ sông sạt lở, nông dân mất đất, nước mặn lấn sâu vào các cửa sông mỗi mùa khô.

"Con sông đang đói phù sa, và người chịu thiệt đầu tiên là nông dân", ông Nguyễn Văn Tâm, chuyên gia về tài nguyên nước, nói. Theo ông, muốn giữ đồng bằng thì phải giữ dòng chảy, phải hợp tác với các nước ở thượng nguồn.

Phát biểu tại lễ khởi công cầu vượt sông Hậu, Thứ trưởng Lê Hoàng Minh cũng cho biết cây cầu không chỉ rút ngắn quãng đường mà còn mở ra hướng phát triển mới cho cả vùng đồng bằng. Đến năm 2030, các tỉnh trong vùng sẽ chuyển đổi khoảng 200.000 ha lúa sang mô hình thích ứng với nước mặn.
""",
    "bong-da.txt": """Đội tuyển nữ giành vé vào vòng chung kết

18/03/2024

Tối 17/3, trên sân Mỹ Đình, đội tuyển nữ Việt Nam thắng đội Philippines 2-1 và giành vé vào vòng chung kết giải châu Á. Huỳnh Như mở tỷ số ở phút 23, Bích Thùy ấn định chiến thắng ở phút 88.

Sau trận đấu, huấn luyện viên Mai Đức Chung nói: "Các cầu thủ đã chiến đấu như những người lính trên mặt trận của mình. Tôi tự hào về tinh thần đoàn kết, ý chí và bản lĩnh của toàn đội".

Chủ tịch Liên đoàn Bóng đá Việt Nam Trần Quốc Tuấn khẳng định liên đoàn sẽ tiếp tục đầu tư cho bóng đá nữ. Giải đấu sẽ diễn ra vào tháng 7 năm nay.
""",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that holds, besides the shipped corpus, one that was just imported from three files."""
    folder = tmp_path_factory.mktemp("lab")
    copy_project(folder / "project")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    sources = [folder / name for name in ARTICLES]
    summary = importing.new(OWN, sources, data=folder / "project" / "data", progress=False)
    assert len(summary.of("read")) == len(ARTICLES), summary
    return folder / "project"


@pytest.fixture(scope="module")
def visitor(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    pytest.importorskip("playwright.sync_api", reason="no Playwright: set up the environment with make setup")
    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium found: install it (on Debian: apt-get install chromium)")
    with reader(project, tmp_path_factory.mktemp("jupyter"), executable) as found:
        yield found


@pytest.fixture(scope="module", params=NOTEBOOKS)
def notebook(visitor: Reader, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """The reader with one notebook open, for all tests of that notebook."""
    try:
        assert visitor.open(f"notebooks/{request.param}") == []
        yield visitor
    finally:
        visitor.close()


class TestLab:
    def test_it_opens_on_the_index(self, visitor: Reader) -> None:
        """Whoever starts `caytre lab` sees the sequence of the notebooks."""
        assert visitor.page.url.endswith("/lab/tree/notebooks/index.ipynb")
        assert visitor.open("notebooks/index.ipynb") + visitor.run() == []
        visitor.close()

    def test_nothing_that_goes_wrong_is_overlooked(self, visitor: Reader, project: Path) -> None:
        """Errors, cells left out, stderr, and requests of page or kernel are each reported."""
        cells = [new_code_cell(source) for source in WRONG]
        made = new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
        nbformat.write(made, project / "notebooks" / "wrong.ipynb")
        assert visitor.open("notebooks/wrong.ipynb") == []
        found = "\n".join(visitor.run())
        visitor.close()
        for expected in (
            "code cell 1 (print('nhầm', file=sys.stderr)): stderr: nhầm",
            "request off the machine: https://caytre.invalid/tre.png",
            "outputs that are not drawn: {'widgets': 0, 'tables': 0, 'pictures': 1}",
            "connection: socket.getaddrinfo caytre.invalid",
            "code cell 3 (socket.getaddrinfo('caytre.invalid', 80)): gaierror",
            "code cell 4 (1): did not run",
        ):
            assert expected in found


class TestNotebook:
    def test_every_cell_runs(self, notebook: Reader) -> None:
        """No error, no cell left out, nothing on stderr, no dialog, nothing drawn halfway, nothing off the machine."""
        assert notebook.run() == []

    def test_it_runs_on_other_articles(self, notebook: Reader) -> None:
        """Only CORPUS is changed: the articles have other subjects and speakers, and no outlet."""
        assert notebook.run(corpus=OWN) == []


class TestFigures:
    def test_they_go_to_the_corpus_they_show(self, visitor: Reader, project: Path) -> None:
        """Running another corpus makes a folder of figures of its own."""
        made = project / "figures" / OWN
        assert {path.name[:2] for path in made.glob("*.png")} >= {"01", "02", "03", "04", "05", "06"}
