"""The error tree. Every error names the file, dispatch or field concerned and what to do.

DatelineError
|-- ConfigError            a setting, option or environment variable is wrong (exit code 2)
|   `-- ModelMissing       no language model is installed for a language
|-- WireError              an input could not be taken in; kept as a failure, never a crash
|   |-- Unreadable         the bytes are not text, or not the format they claim to be
|   |-- Incomplete         the format is known but a field that we need is absent
|   |-- TooLarge           the input is over the size limit
|   `-- Unsafe             the input tries something that we refuse (entity bombs, DTDs ...)
|-- ReadingError           a dispatch could not be read; kept as a failure
|-- LedgerError            the ledger cannot be opened, or holds something else than expected
`-- PublishError           the site could not be written
"""


class DatelineError(Exception):
    """Base of all our errors.

    Args:
        what: what went wrong, naming the file, dispatch or field.
        remedy: what the reader of the message can do about it.

    """

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}"


class ConfigError(DatelineError):
    """A setting, option or environment variable is wrong."""


class ModelMissing(ConfigError):
    """No language model is installed for a language."""


class WireError(DatelineError):
    """An input could not be taken in."""


class Unreadable(WireError):
    """The bytes are not text, or not the format that they claim to be."""


class Incomplete(WireError):
    """The format is known, but a field that we need is absent."""


class TooLarge(WireError):
    """The input is over the size limit."""


class Unsafe(WireError):
    """The input tries something that we refuse, such as an entity bomb."""


class ReadingError(DatelineError):
    """A dispatch could not be read."""


class LedgerError(DatelineError):
    """The ledger cannot be opened, or holds something else than expected."""


class PublishError(DatelineError):
    """The site could not be written."""
