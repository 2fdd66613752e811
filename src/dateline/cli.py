"""The command line: one command per desk verb, the desk imported only when a verb runs.

Exit codes: 0 done, 1 some inputs failed and were kept, 2 wrong usage or configuration.
"""

import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from dateline import __version__, cli_editor
from dateline.cli_options import AS_OF, DB, HELD, ISSUED, JSON, LANG, PATHS, Moment
from dateline.errors import ConfigError, DatelineError, LedgerError, PublishError

if TYPE_CHECKING:
    from dateline.desk import Publication
    from dateline.records import Failure

SOME_FAILED = 1
USAGE = 2


class Group(click.Group):
    """Turns our errors into a message and an exit code, so that nobody sees a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (ConfigError, LedgerError, PublishError) as error:
            click.echo(f"dateline: {error}", err=True)
            ctx.exit(USAGE)
        except DatelineError as error:
            click.echo(f"dateline: {error}", err=True)
            ctx.exit(SOME_FAILED)


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: dateline demo --out site && python -m http.server -d site",
)
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """An automated wire desk: dispatches in, an attributed, living situation report out."""


def _print_failures(failures: Sequence["Failure"]) -> None:
    for failure in failures[:20]:
        click.echo(
            f"kept as a failure: {failure.path}: {failure.reason} {failure.remedy}", err=True
        )
    if len(failures) > 20:
        click.echo(f"... and {len(failures) - 20} more", err=True)


def _tell_undated(undated: int) -> None:
    """Say on stderr how to date what gives no date."""
    if undated:
        from dateline.desk import printing

        click.echo(printing.undated(undated), err=True)


def _finish(failures: Sequence["Failure"]) -> None:
    _print_failures(failures)
    sys.exit(SOME_FAILED if failures else 0)


@main.command(epilog="Example: dateline read wire/ --json > readings.jsonl")
@PATHS
@ISSUED
@LANG
@JSON
def read(paths: tuple[str, ...], issued: datetime | None, lang: str | None, as_json: bool) -> None:
    """Read dispatches: who said what, figures, places, times, events, plans, measures, damage."""
    from dateline.desk import Desk, present, printing
    from dateline.records import Failure

    failures: list[Failure] = []
    undated = 0
    for result in Desk.read(paths, issued=issued, language=lang):
        dispatch, reading = (None, result) if isinstance(result, Failure) else result
        if dispatch is None or isinstance(reading, Failure):
            failures.append(reading)  # type: ignore[arg-type]  # narrowed by the tuple above
            continue
        undated += dispatch.issued is None and any(not w.start for w in reading.dates)
        if as_json:
            click.echo(printing.json_line(present.reading(dispatch, reading)))
        else:
            click.echo(printing.reading(dispatch, reading))
    _tell_undated(undated)
    _finish(failures)


def _report(made: "Publication", out: Path) -> None:
    from dateline.desk import printing

    click.echo(printing.publication(made, out))
    sys.exit(SOME_FAILED if made.failures or made.uncomposed else 0)


@main.command(epilog="Example: dateline publish wire/ --out site --title 'Our desk'")
@PATHS
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder of the site.")
@click.option("--db", default=":memory:", metavar="FILE|URL", help="Keep the ledger here.")
@AS_OF
@ISSUED
@LANG
@click.option("--title", default="Dateline", show_default=True, help="Name of the site.")
def publish(  # noqa: PLR0913 (one argument per option)
    paths: tuple[str, ...],
    out: Path,
    db: str,
    as_of: datetime | None,
    issued: datetime | None,
    lang: str | None,
    title: str,
) -> None:
    """Take dispatches in and write the site: a page per story, feeds, calendars, maps, figures."""
    from dateline.desk import Desk

    with Desk(db) as desk:
        made = desk.publish(paths, out, as_of=as_of, issued=issued, language=lang, title=title)
        _print_failures([*desk.ledger.failures(), *made.uncomposed])
    _tell_undated(made.undated)
    _report(made, out)


@main.command(epilog="Example: dateline ingest wire/ --db desk.db")
@PATHS
@DB
@ISSUED
@LANG
def ingest(paths: tuple[str, ...], db: str, issued: datetime | None, lang: str | None) -> None:
    """Take dispatches into a ledger, without publishing. What it holds already changes nothing."""
    from dateline.desk import Desk

    with Desk(db) as desk:
        taken = desk.ingest(paths, issued=issued, language=lang)
    click.echo(f"{taken.dispatches} dispatches, {taken.added} new, {len(taken.failures)} failed")
    _tell_undated(taken.undated)
    _finish(taken.failures)


@main.command(epilog="Example: dateline claims --db desk.db --disputed")
@HELD
@click.option("--story", metavar="ID", help="Only this story's.")
@click.option("--disputed", is_flag=True, help="Only claims that others contradict.")
@click.option("--control", is_flag=True, help="Who holds which place, with every state it had.")
@AS_OF
@click.option("--changes-since", type=Moment(), help="Only claims that changed after this time.")
@JSON
def claims(  # noqa: PLR0913 (one argument per option)
    db: str,
    story: str | None,
    disputed: bool,
    control: bool,
    as_of: datetime | None,
    changes_since: datetime | None,
    as_json: bool,
) -> None:
    """List claims: who says which figure, on how many independent origins, and what disputes it."""
    from dateline.desk import Desk, holding, present, printing

    with Desk(db) as desk:
        found = desk.claims(
            story=story, disputed=disputed, as_of=as_of, changes_since=changes_since
        )
    if control:
        for story_id, place in holding.held(found):
            row = holding.json(story_id, place) if as_json else None
            click.echo(printing.json_line(row) if row else holding.line(story_id, place))
        return
    if disputed and not as_json:
        click.echo(printing.disputes(found), nl=False)
        return
    as_lines = (printing.json_line(present.claim(claim)) for claim in found)
    for told in as_lines if as_json else printing.listing(found):
        click.echo(told)


@main.command(epilog="Example: dateline judge wire/ --json")
@PATHS
@ISSUED
@LANG
@JSON
def judge(paths: tuple[str, ...], issued: datetime | None, lang: str | None, as_json: bool) -> None:
    """Judge every pair of assertions that could be compared: same, contradicts, supersedes ..."""
    from dateline.desk import Desk, printing

    with Desk() as desk:
        taken, rulings = desk.judge(paths, issued=issued, language=lang)
        for ruling in rulings:
            click.echo(
                printing.json_line(printing.pair(ruling)) if as_json else printing.judgement(ruling)
            )
    _tell_undated(taken.undated)
    _finish(taken.failures)


@main.command(epilog="Example: dateline check draft.txt --db desk.db")
@click.argument("file", type=click.File("rb"))
@HELD
@click.option("--story", metavar="ID", help="Only against this story's dispatches.")
@AS_OF
@JSON
def check(
    file: BinaryIO,
    db: str,
    story: str | None,
    as_of: datetime | None,
    as_json: bool,
) -> None:
    """Run the gate on any text: which sentences the ledger's dispatches support, and which not.

    Each sentence comes with the verdict, for a refusal the rule and reason, and the words of a
    dispatch that it rests on or comes nearest to. FILE is UTF-8 text, - for standard input. Exits
    with 0 if every sentence is supported, 1 if one is refused.
    """
    from dateline.desk import Desk, checking, printing

    text = checking.draft(file.read(), file.name)
    with Desk(db) as desk:
        verdicts = desk.check(text, story=story, as_of=as_of)
    for verdict in verdicts:
        click.echo(
            printing.json_line(checking.as_json(verdict)) if as_json else checking.shown(verdict)
        )
    click.echo(checking.summary(verdicts), err=True)
    sys.exit(SOME_FAILED if any(v.refusal for v in verdicts) else 0)


@main.command(epilog="Example: dateline demo --out site")
@click.option("--out", default="site", show_default=True, type=click.Path(path_type=Path))
def demo(out: Path) -> None:
    """Publish the built-in sample wire: 28 February to 3 March 2022, written for the demo."""
    from dateline.desk import Desk

    with Desk() as desk:
        made = desk.demo(out)
        _print_failures([*desk.ledger.failures(), *made.uncomposed])
    _report(made, out)


main.add_command(cli_editor.stories)
main.add_command(cli_editor.overrule)
main.add_command(cli_editor.silence)
main.add_command(cli_editor.actors)


@main.group()
def ledger() -> None:
    """Look after a ledger."""


@ledger.command(epilog="Example: dateline ledger verify --db desk.db")
@HELD
def verify(db: str) -> None:
    """Check every stored offset and hash against the stored bytes."""
    from dateline.desk import Desk

    with Desk(db) as desk:
        faults = desk.ledger.verify()
    for fault in faults:
        click.echo(fault)
    noun = "fault" if len(faults) == 1 else "faults"
    click.echo(f"{len(faults):,} {noun}" if faults else "sound")
    sys.exit(SOME_FAILED if faults else 0)


@ledger.command(epilog="Example: dateline ledger reread --db desk.db")
@HELD
@JSON
def reread(db: str, as_json: bool) -> None:
    """Read again what an older reader has read; the next publish has the pages of the new one.

    Every dispatch keeps its text, its story and what editors decided. A verdict of theirs follows
    the words that it judges; one whose words nothing is found in any more is listed, and holds
    again if a later reader finds them. Killed and held dispatches stay so. A run that is cut off
    goes on where it stopped.
    """
    from dateline.desk import Desk, printing, rereading

    with Desk(db) as desk:
        made = rereading.read_again(desk.ledger, at=desk.clock.now())
    click.echo(printing.json_line(rereading.json(made)) if as_json else rereading.summary(made))
    _finish(made.failures)


@main.group()
def bench() -> None:
    """Measure: accuracy against gold, speed as a ratio."""


@bench.command("reading", epilog="Example: dateline bench reading --json")
@click.option("--only", multiple=True, metavar="SET", help="Only this set; may be repeated.")
@JSON
def bench_reading(only: tuple[str, ...], as_json: bool) -> None:
    """Score the reader on the development sets in DATELINE_DATA; fail under a floor."""
    from dateline.desk import printing
    from dateline.desk.bench import reading

    ok = True
    for row in reading.measure(only):
        ok &= row.ok
        click.echo(printing.json_line(row) if as_json else reading.line(row))
    sys.exit(0 if ok else SOME_FAILED)


@bench.command("speed", epilog="Example: dateline bench speed wire/ --json")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--limit", default=300, show_default=True, help="How many dispatches.")
@click.option("--rounds", default=5, show_default=True, help="How many alternations.")
@JSON
def bench_speed(paths: tuple[str, ...], limit: int, rounds: int, as_json: bool) -> None:
    """Time reading against the bare language-model pass over the same dispatches."""
    from dateline.desk import printing
    from dateline.desk.bench import speed

    made = speed.measure(paths, limit, rounds)
    click.echo(printing.json_line(made) if as_json else speed.line(made))


@bench.command("pages", epilog="Example: dateline bench pages wire/ --stories 100")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--stories", default=100, show_default=True, help="How many stories the site has.")
@click.option("--rounds", default=5, show_default=True, help="How many dispatches come in after.")
@JSON
def bench_pages(paths: tuple[str, ...], stories: int, rounds: int, as_json: bool) -> None:
    """Time how long one new dispatch takes from the ledger to the pages that it changes."""
    from dateline.desk import printing
    from dateline.desk.bench import pages

    made = pages.measure(paths, stories, rounds)
    click.echo(printing.json_line(made) if as_json else pages.line(made))


@bench.command("ledger", epilog="Example: dateline bench ledger --json")
@click.option("--sizes", default="1000,10000,100000", show_default=True, help="Dispatches held.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Keep the ledgers here.")
@JSON
def bench_ledger(sizes: str, folder: Path | None, as_json: bool) -> None:
    """Time filing, story pages and kills in ledgers of several sizes, with readings by pattern."""
    from tempfile import TemporaryDirectory

    from dateline.desk import printing
    from dateline.desk.bench import ledger as bench_of_ledger
    from dateline.desk.bench import ledger_costs

    try:
        wanted = tuple(sorted(int(size) for size in sizes.split(",")))
    except ValueError:
        raise click.BadParameter("Give numbers, like 1000,10000.", param_hint="--sizes") from None
    with TemporaryDirectory() as temporary:
        tell = partial(click.echo, err=True)
        made = bench_of_ledger.measure(folder or Path(temporary), wanted, tell=tell)
    click.echo(printing.json_line(made) if as_json else ledger_costs.line(made))
