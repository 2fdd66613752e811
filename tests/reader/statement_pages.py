"""Names and statements of a text, without the reader's other steps."""

from dateline.reader import language, names, statements
from dateline.reader.page import Page
from dateline.reader.view import view
from dateline.records import Dispatch, Name, Statement


def page(text: str, code: str = "en", agency: str | None = "Meridian") -> Page:
    """A parsed dispatch of an invented agency."""
    dispatch = Dispatch(guid="test", text=text, agency=agency)
    seen = view(dispatch)
    return Page(dispatch, code, seen, language.model(code)(seen.text))


def names_in(text: str, code: str = "en") -> tuple[Name, ...]:
    """The names of a text."""
    return names.find(page(text, code), {"places": ()})


def statements_in(
    text: str, code: str = "en", agency: str | None = "Meridian"
) -> tuple[Statement, ...]:
    """The statements of a text."""
    made = page(text, code, agency)
    return statements.find(made, {"names": names.find(made, {"places": ()})})
