"""How fast cleaning is, in megabytes of UTF-8 a second of processor time.

    python lib/benchmarks/bench_cleaning.py [FOLDER] [--megabytes 10]

The articles of FOLDER (default: the corpus bamboo-2021) are cleaned again and again up to the size asked for; hostile
texts (one endless line, very many lines, runs of marks) show that time grows with length only.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from caytre.codebooks import project_root
from caytre.text.cleaning import clean
from caytre.text.cleaning.repeats import duplicates, repeated_lines

HOSTILE = {
    "one line": "Hội nghị đã thành công tốt đẹp. " * 60_000,
    "many lines": "Quang cảnh hội nghị\n" * 100_000,
    "short sentences": "Ông nói vậy.\n\n" * 100_000,
    "quotes": "“" * 2_000_000,
    "brackets": "(" * 2_000_000,
    "capitals": "A" * 2_000_000,
    "digits": "1" * 2_000_000,
    "dates": "1/1/2020 " * 200_000,
    "spaces": "a" + " " * 2_000_000 + "b",
    "marks": "a" + "\u0301" * 2_000_000,
    "pipes": "| " * 1_000_000,
    "short lines of capitals": ("A B C D E F G H " * 10 + "\n") * 5_000,
    "buttons": "Chia sẻ\n" * 100_000,
    "names": "Nguyễn Văn An\n" * 100_000,
    "captions": "Toàn cảnh buổi lễ trao giải thưởng báo chí số {}. Ảnh: VGP\n" * 30_000,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "folder", nargs="?", type=Path, default=project_root() / "data" / "bamboo-2021" / "articles"
    )
    parser.add_argument("--megabytes", type=float, default=10)
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    rounds = max(1, round(args.megabytes / size))
    clean("warm", texts[0])
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            clean("a", text)
    show("articles", size * rounds, time.process_time() - start)
    for name, text in HOSTILE.items():
        start = time.process_time()
        clean("a", text)
        show(name, len(text.encode()) / 1e6, time.process_time() - start)
    many = {
        f"{number}-{place}": f"{text}\n{number}"
        for number in range(rounds)
        for place, text in enumerate(texts)
    }
    start = time.process_time()
    repeated_lines(many.values())
    show("repeated_lines", size * rounds, time.process_time() - start)
    start = time.process_time()
    duplicates(many)
    show("duplicates", size * rounds, time.process_time() - start)


def show(name: str, megabytes: float, seconds: float) -> None:
    print(f"{name:<26}{megabytes:8.2f} MB {seconds:8.3f} s {megabytes / seconds:8.1f} MB/s")


if __name__ == "__main__":
    main()
