"""The models inside the underthesea package: where they lie, their compiled tables, and their own way to label.

Tables are built once per machine, in seconds, and kept in `$CAYTRE_CACHE` (default: `caytre` in the user's cache)
under a name made of the digest of the model files and the versions that shaped them. With tables on disk the package
itself, whose import takes half a second, is not imported.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from caytre.text.words.crf import CrfError, read_model
from caytre.text.words.crftables import FORMAT, Tables, compile_tables, from_bytes, rounded, to_bytes
from caytre.text.words.phrases import key

__all__ = [
    "MODELS",
    "Stored",
    "cache_folder",
    "dictionary",
    "labels",
    "reference",
    "stored",
    "token_pattern",
    "versions",
]

Reference = Callable[[list[str]], list[str]]

CHECK_TEXT = (
    "Sáng 14/12/2021, tại Hà Nội, Bộ Chính trị và Ban Bí thư tổ chức Hội nghị đối ngoại toàn quốc.",
    "Ông Nguyễn Văn A (45 tuổi, trú tại TP.HCM) cho biết: “Giá xăng tăng 1.250 đồng/lít, lên 23.650 đồng.”",
    "Đội tuyển thắng 3-0 nhờ cú đúp ở phút 45+2 và 78, HLV Park hoà nhã nói: chúng tôi chưa nghĩ tới V.League!",
    "kinh tế - xã hội phát triển, xoá đói giảm nghèo; uỷ ban nhân dân các huyện ven biển sẽ thuỷ lợi hoá đồng ruộng",
    "Theo https://example.vn/tin-tuc?id=7, email toasoan@example.vn, công ty H&M mở 5G ở KCN Sóng Thần... v.v.",
)
"""Labelled by the package when tables are built, and by the tables whenever they are loaded."""

TEMPLATES_2017 = [
    *(f"T[{place}]{function}" for place in range(-2, 3) for function in ("", ".lower")),
    *(f"T[{place}].istitle" for place in range(-1, 2)),
    *(f"T[{place},{place + 1}]" for place in range(-2, 2)),
    *("T[-3][1]", "T[-2][1]", "T[-1][1]", "T[-3,-2][1]", "T[-2,-1][1]"),
]
"""The templates of the 2017 model stand in the code of its package, not beside the model."""

CASED = ((0x80, 0x3000), (0xA000, 0xAC00), (0xF900, 0x20000))
"""Where letters with case are encoded, now and in any version of Unicode to come."""


def _capital(token: str) -> bool:
    return all(part[:1] == part[:1].upper() for part in token.split(" "))


def _capital_2017(token: str) -> bool:
    return all(part[:1].istitle() for part in token.split(" "))


class Model(NamedTuple):
    """Where a model lies in the package and how it sees tokens.

    *proved* is the digest of the files for which the tables were compared with the package at length. *spaced*: tokens
    are words that may hold blanks. *is_title*: its test for a capital, for the newer models that every syllable begins
    with a character that is its own upper case (so do digits and signs).
    """

    path: str
    proved: str
    spaced: bool
    is_title: Callable[[str], bool]


MODELS = {
    "words": Model(
        "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727",
        "8a92ec9288d9417bef7958e60d396c70311580d91176902b8392b0fd791acd63",
        False,
        _capital,
    ),
    "pos": Model(
        "pipeline/pos_tag/models/pos_crf_vlsp2013_20230303",
        "cd75d514d574b908bf0084272d3c5ab840c0ebba9bb45d56ccab6ce79811ed5b",
        True,
        _capital,
    ),
    "pos-2017": Model(
        "pipeline/pos_tag/pos_crf_2017_10_11.bin",
        "1e16dbfe0fb3180e2de9bf700c6f4ca878f9023e37cc6764b059aa615c7bfa81",
        True,
        _capital_2017,
    ),
}
"""`words` finds words; `pos` (2023) tags them; `pos-2017` is what `underthesea.pos_tag` runs, kept for comparison."""


class Stored(NamedTuple):
    """Compiled tables and what else of the package is needed to run without importing it.

    *check*: `tokens` and `labels` of `CHECK_TEXT` as the package gave them. *odd*: characters whose case the package
    sees otherwise than this Python does. *pattern* and *dictionary* (one word a line, by its `phrases.key`) only with the segmentation model.
    """

    tables: Tables
    check: dict[str, list[list[str]]]
    odd: str
    pattern: str
    dictionary: str


@lru_cache(maxsize=2 * len(MODELS))
def stored(name: str, *, exact: bool = False) -> Stored | None:
    """The tables of model *name*, from disk or built now, in single precision or *exact* (double).

    None, with a warning, where the files of the model are not the proved ones.
    """
    if _digest(name) != MODELS[name].proved:
        _warn(
            f"the model {MODELS[name].path} of underthesea {version('underthesea')} is not one that the tables know"
        )
        return None
    paths = {
        kind: cache_folder() / f"{name}-{_key(name)}{'-exact' if kind else ''}.npz" for kind in (False, True)
    }
    try:
        return _loaded(paths[exact].read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        pass
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        warnings.warn(
            f"{paths[exact]}: cannot be read ({error}); building it anew", RuntimeWarning, stacklevel=2
        )
    try:
        tables, extra = _built(name)
    except CrfError as error:
        _warn(f"{MODELS[name].path}: {error}")
        return None
    contents = {False: to_bytes(rounded(tables), extra), True: to_bytes(tables, extra)}
    _write({path: contents[kind] for kind, path in paths.items()})
    return _loaded(contents[exact])


def labels(name: str, known: Stored | None) -> list[str]:
    """The labels of model *name* in the order of its file, as `reference` gives them."""
    written = known.tables.labels if known else read_model(_model_file(name).read_bytes()).labels
    return [_bare(name, label) for label in written]


def token_pattern() -> str:
    """The (verbose) regular expression by which the segmentation model's package finds tokens in text."""
    known = stored("words")
    return known.pattern if known else _pattern()


def dictionary() -> list[str]:
    """The words of the dictionary that the segmentation model was trained with, as `phrases.key` spells them."""
    known = stored("words")
    return (
        known.dictionary.split("\n") if known else sorted(set(map(key, _resource("words", "dictionary.bin"))))
    )


def versions() -> dict[str, str]:
    """What shaped words and tags: the package, its model files, and the meaning of the tables."""
    models = {f"model {name}": _digest(name)[:16] for name in ("words", "pos")}
    return {"underthesea": version("underthesea"), **models, "tables": str(FORMAT)}


def cache_folder() -> Path:
    """Where tables are kept: `$CAYTRE_CACHE`, else `caytre` in `$XDG_CACHE_HOME` or `~/.cache`."""
    own = os.environ.get("CAYTRE_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "caytre"


def _warn(reason: str) -> None:
    warnings.warn(f"{reason}; underthesea itself is used, which is slower", RuntimeWarning, stacklevel=3)


def _place(name: str) -> Path:
    spec = find_spec("underthesea")
    if spec is None or spec.origin is None:
        raise ImportError("underthesea is not installed; install it (pip install underthesea) to find words")
    return Path(spec.origin).parent / MODELS[name].path


def _model_file(name: str) -> Path:
    place = _place(name)
    return place / "models.bin" if place.is_dir() else place


@lru_cache(maxsize=len(MODELS))
def _digest(name: str) -> str:
    place = _place(name)
    files = (
        [place / part for part in ("models.bin", "features.bin", "dictionary.bin")]
        if place.is_dir()
        else [place]
    )
    total = hashlib.sha256()
    for file in files:
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _key(name: str) -> str:
    packages = (version("underthesea"), version("underthesea_core"), unicodedata.unidata_version)
    parts = (_digest(name), str(FORMAT), *packages, *CHECK_TEXT)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def _built(name: str) -> tuple[Tables, dict[str, str]]:
    model = MODELS[name]
    words: Iterable[str] = ()
    templates: Sequence[str] = TEMPLATES_2017
    if _place(name).is_dir():
        templates, words = _resource(name, "features.bin"), _resource(name, "dictionary.bin")
    tables = compile_tables(read_model(_model_file(name).read_bytes()), templates, words, spaced=model.spaced)
    tokens = _check_tokens(spaced=model.spaced)
    check = {"tokens": tokens, "labels": [reference(name)(row) for row in tokens]}
    extra = {"check": json.dumps(check, ensure_ascii=False), "odd": _odd_characters() if words else ""}
    if name == "words":
        extra |= {"pattern": _pattern(), "dictionary": "\n".join(sorted(set(map(key, words))))}
    return tables, extra


def _loaded(content: bytes) -> Stored:
    tables, extra = from_bytes(content)
    check = json.loads(extra["check"])
    return Stored(tables, check, extra["odd"], extra.get("pattern", ""), extra.get("dictionary", ""))


def _write(contents: Mapping[Path, bytes]) -> None:
    """Under temporary names first, so that no other process ever reads half a file."""
    for path, content in contents.items():
        temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(content)
            temporary.replace(path)
        except OSError as error:
            cure = "set CAYTRE_CACHE to a folder that can be written, or the tables are built again each time"
            warnings.warn(
                f"{path}: cannot be written ({error.strerror}); {cure}", RuntimeWarning, stacklevel=3
            )
            with contextlib.suppress(OSError):
                temporary.unlink()
            return


def _odd_characters() -> str:
    """The newer models test for capitals in compiled code that may know another version of Unicode than Python does."""
    from underthesea_core import CRFFeaturizer

    tests = ["T[0].istitle", "T[0].lower"]
    chars = [char for first, last in CASED for char in map(chr, range(first, last)) if not char.isspace()]
    (seen,) = CRFFeaturizer(tests, set()).process([[[char] for char in chars]])
    expected = ([f"{tests[0]}={char == char.upper()}", f"{tests[1]}={char.lower()}"] for char in chars)
    return "".join(char for char, one, other in zip(chars, seen, expected, strict=True) if one != other)


def _resource(name: str, file: str) -> Any:
    import joblib

    return joblib.load(io.BytesIO((_place(name) / file).read_bytes()))


def _pattern() -> str:
    from underthesea.pipeline.word_tokenize.regex_tokenize import regex_patterns

    return "(" + "|".join(regex_patterns) + ")"


def _check_tokens(*, spaced: bool) -> list[list[str]]:
    from underthesea.pipeline.word_tokenize import tokenize, word_tokenize

    return [(word_tokenize if spaced else tokenize)(text, use_token_normalize=False) for text in CHECK_TEXT]


def _bare(name: str, label: str) -> str:
    return label.removeprefix("B-") if name == "pos" else label


@lru_cache(maxsize=len(MODELS))
def reference(name: str) -> Reference:
    """The package's own labelling of one sentence of tokens."""
    if name == "pos-2017":
        from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor

        predictor = CRFPOSTagPredictor.Instance()
        return lambda words: [label for _, label in predictor.predict(words)]
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger

    tagger = FastCRFSequenceTagger()
    tagger.load(str(_place(name)))
    return lambda words: [_bare(name, label) for label in tagger.predict([[word] for word in words])]
