"""Who of a file is in the book already, or stands in the file twice: recognised, never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from planner.domain.person import SourceKind
from planner.domain.search import fold
from planner.models.book import Book
from planner.services.drafts import PersonDraft
from planner.services.exchange.cleaning.emails import compare_key
from planner.services.exchange.preview import PreviewRow
from planner.services.exchange.problems import Problem
from planner.services.exchange.similar import same_person
from planner.services.left_alone import LeftAlone

_Names = tuple[str, str, str]


class Known:
    """Everybody who is known by a key, a mail or a number: people of the book, then rows of the file."""

    def __init__(self) -> None:
        self._names: dict[int, _Names] = {}
        self._lines: dict[int, int] = {}
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_mail: dict[str, list[int]] = defaultdict(list)
        self._by_number: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._of_this_file: set[int] = set()
        self._in_bin: set[int] = set()
        self._left_alone: LeftAlone | None = None

    @classmethod
    def of(cls, book: Book, sha256: str) -> Known:
        """The people of the book; those whom the very same file brought are known by their names too."""
        known = cls()
        for person_id, name, given, family, company in book.rows("SELECT id, name, given, family, company FROM person"):
            known._names[person_id] = (name or company, given, family)
            if name or company:
                known._by_name[fold(name or company)].append(person_id)
        for person_id, key, kind, name in book.rows(
            "SELECT person.id, source_key, source.kind, source.name FROM person"
            " LEFT JOIN source ON source.id = person.source_id WHERE source_key <> ''"
        ):
            known._by_key[_scoped(key, kind or SourceKind.UNKNOWN.value, name or "")].append(person_id)
        for person_id, address in book.rows("SELECT person_id, address FROM email"):
            known._by_mail[compare_key(address)].append(person_id)
        for person_id, e164, extension in book.rows("SELECT person_id, e164, extension FROM phone WHERE e164 <> ''"):
            known._by_number[f"{e164} {extension}"].append(person_id)
        known._left_alone = LeftAlone(book)
        in_bin = book.rows("SELECT id FROM person WHERE removed_on IS NOT NULL")
        known._in_bin = {person_id for (person_id,) in in_bin}
        known._of_this_file = {
            person_id
            for (person_id,) in book.rows(
                "SELECT person.id FROM person JOIN import_batch ON import_batch.id = import_batch_id WHERE sha256 = ?",
                (sha256,),
            )
        }
        return known

    def judge(self, rows: Sequence[PreviewRow]) -> list[PreviewRow]:
        """Every row with whom it doubles, and a remark where a name, a mail or a number is shared."""
        return [self._judged(row) for row in rows]

    def _judged(self, row: PreviewRow) -> PreviewRow:
        remarks: list[Problem] = []
        found = self._double(row.draft, remarks)
        if found is not None:
            return replace(row, same_as=found)
        self._add(row.number, row.draft)
        kept = tuple(problem for problem in row.problems if not problem.code.startswith("shares_"))
        return replace(row, problems=(*kept, *remarks), same_as=None)

    def _double(self, draft: PersonDraft, remarks: list[Problem]) -> Problem | None:
        names = (draft.name or draft.company, draft.given, draft.family)
        key = _scoped(draft.source_key, draft.source_kind.value, draft.source_name) if draft.source_key else ""
        ways: list[tuple[str, str, Iterable[int]]] = [("key", "", self._by_key.get(key, ()) if key else ())]
        ways += [("email", each.address, self._by_mail.get(compare_key(each.address), ())) for each in draft.emails]
        ways += [
            ("phone", each.typed, self._by_number.get(f"{each.e164} {each.extension}", ()))
            for each in draft.phones
            if each.e164
        ]
        in_bin: Problem | None = None
        for by, value, owners in ways:
            for owner in owners:
                if same_person(names, self._names[owner]):
                    if owner not in self._in_bin:
                        return self._same(owner, by)
                    in_bin = in_bin or self._same(owner, by)
                elif by != "key" and owner not in self._in_bin:
                    remarks.append(Problem(f"shares_{by}", {"name": self._names[owner][0], "text": value}))
        if self._left_alone is not None and self._left_alone.knows(draft):
            return Problem("left_alone", {"name": names[0], "by": ""})
        return in_bin or self._by_name_alone(names[0], draft, remarks)

    def _by_name_alone(self, name: str, draft: PersonDraft, remarks: list[Problem]) -> Problem | None:
        """A name alone proves nothing, unless the very same file brought it before."""
        for owner in self._by_name.get(fold(name), ()) if name else ():
            if owner in self._of_this_file:
                return self._same(owner, "file")
            if not remarks and not (draft.emails or draft.phones) and owner not in self._in_bin:
                remarks.append(Problem("shares_name", {"name": self._names[owner][0]}))
        return None

    def _same(self, owner: int, by: str) -> Problem:
        facts = {"name": self._names[owner][0], "by": by}
        if owner in self._lines:
            return Problem("twice_in_file", facts | {"line": self._lines[owner]})
        code = "in_bin" if owner in self._in_bin else "already_in_book"
        return Problem(code, facts | {"person_id": owner})

    def _add(self, line: int, draft: PersonDraft) -> None:
        owner = -1 - len(self._lines)
        self._lines[owner] = line
        name = draft.name or draft.company
        self._names[owner] = (name, draft.given, draft.family)
        if draft.source_key:
            self._by_key[_scoped(draft.source_key, draft.source_kind.value, draft.source_name)].append(owner)
        for mail in draft.emails:
            self._by_mail[compare_key(mail.address)].append(owner)
        for phone in draft.phones:
            if phone.e164:
                self._by_number[f"{phone.e164} {phone.extension}"].append(owner)
        if name:
            self._by_name[fold(name)].append(owner)


def _scoped(key: str, kind: str, name: str) -> str:
    """A number of a list means something only within its source; keys of programs and cards stand by themselves."""
    return f"{key} {kind} {fold(name)}" if key.startswith("list:") else key
