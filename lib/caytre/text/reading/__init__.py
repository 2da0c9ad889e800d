"""Files to documents: encodings, web pages, Word, PDF, tables, archives."""

from caytre.text.reading.documents import Document, read_parts
from caytre.text.reading.paths import ReadingError

__all__ = ["Document", "ReadingError", "read_parts"]
