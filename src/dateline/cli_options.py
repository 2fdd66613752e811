"""Options that several commands share."""

from datetime import UTC, datetime
from pathlib import Path

import click


class Moment(click.ParamType[datetime]):
    """An ISO 8601 time; without a zone it is taken as UTC."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Parse, or fail with an example."""
        if isinstance(value, datetime):
            return value
        try:
            at = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a time. Write it like 2022-03-02T23:30+01:00.", param, ctx)
        return at if at.tzinfo else at.replace(tzinfo=UTC)


PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|-...")
ISSUED = click.option("--issued", type=Moment(), help="Time of texts that give none of their own.")
LANG = click.option("--lang", metavar="CODE", help="Language of texts that declare none: en, fr.")
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
AS_OF = click.option("--as-of", type=Moment(), help="As known at this time.")
DB = click.option("--db", required=True, metavar="FILE|URL", help="The ledger.")


def held(_ctx: click.Context, _param: click.Parameter, db: str | None) -> str | None:
    """A ledger that is only looked at: one that is not there is a slip, not a new ledger."""
    if db and "://" not in db and db != ":memory:" and not Path(db).exists():
        raise click.BadParameter(
            f"There is no ledger at {db}. Make one with: dateline ingest PATH --db {db}"
        )
    return db


HELD = click.option(
    "--db", required=True, metavar="FILE|URL", callback=held, help="The ledger, made before."
)
