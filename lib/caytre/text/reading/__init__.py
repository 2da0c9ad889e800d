"""Files to documents: encodings, web pages, Word, PDF, tables, archives."""

from caytre.text.reading.documents import (
    ENDINGS,
    Document,
    ReadingError,
    article_id,
    article_ids,
    decode,
    list_folder,
    normalise,
    read_file,
    read_folder,
    read_parts,
    scan,
)

__all__ = [
    "ENDINGS",
    "Document",
    "ReadingError",
    "article_id",
    "article_ids",
    "decode",
    "list_folder",
    "normalise",
    "read_file",
    "read_folder",
    "read_parts",
    "scan",
]
