"""The whole book as one JSON file, out and in again: ``resources/schema/book.schema.json`` describes it."""

from planner.services.exchange.book_json.importing import BookImport, import_book, parsed
from planner.services.exchange.book_json.writing import export_book, people_of, write_book

__all__ = ["BookImport", "export_book", "import_book", "parsed", "people_of", "write_book"]
