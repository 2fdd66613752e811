"""Verbs by which an editor has a word: which dispatches make a story, which verdict holds."""

from datetime import datetime

import click

from dateline.cli_options import AS_OF, HELD, JSON, held

BY = click.option("--by", required=True, metavar="NAME", help="Who decides.")
WHY = click.option("--why", required=True, metavar="TEXT", help="The reason, kept with it.")


@click.group(invoke_without_command=True,
             epilog="Example: dateline stories --db desk.db")  # fmt: skip
@click.option("--db", metavar="FILE|URL", callback=held, help="The ledger.")
@AS_OF
@JSON
@click.pass_context
def stories(ctx: click.Context, db: str | None, as_of: datetime | None, as_json: bool) -> None:
    """List stories; merge and split them, see what editors did, take it back."""
    if ctx.invoked_subcommand:
        return
    if db is None:
        raise click.MissingParameter(param_hint="--db", param_type="option", ctx=ctx)
    from dateline.desk import Desk, editing, printing

    with Desk(db) as desk:
        found = editing.listed(desk.ledger, as_of, desk.clock.now())
    for one in found:
        click.echo(printing.json_line(editing.story_json(one)) if as_json else editing.line(one))


@stories.command(
    epilog="Example: dateline stories merge 2022-02-28-3fa9c1 2022-03-02-77ab10 --db desk.db "
    "--by Ana --why 'One offensive'"
)
@click.argument("into", metavar="STORY")
@click.argument("away", metavar="OTHER")
@HELD
@BY
@WHY
@JSON
def merge(into: str, away: str, db: str, by: str, why: str, as_json: bool) -> None:  # noqa: PLR0913
    """Make OTHER part of STORY. OTHER's address leads to STORY from now on."""
    from dateline.desk import Desk, editing

    with Desk(db) as desk:
        made = desk.ledger.merge(into, away, by=by, at=desk.clock.now(), why=why)
    click.echo(editing.regrouping(made, as_json))


@stories.command(
    epilog="Example: dateline stories split 2022-02-28-3fa9c1 norla:12 norla:15 --db desk.db "
    "--by Ana --why 'Another bombing'"
)
@click.argument("story", metavar="STORY")
@click.argument("guids", metavar="DISPATCH...", nargs=-1, required=True)
@click.option("--to", "into", metavar="STORY", help="Into this story, not a new one.")
@HELD
@BY
@WHY
@JSON
def split(  # noqa: PLR0913 (one argument per option)
    story: str,
    guids: tuple[str, ...],
    into: str | None,
    db: str,
    by: str,
    why: str,
    as_json: bool,
) -> None:
    """Take dispatches, with all their versions, out of STORY into a story of their own."""
    from dateline.desk import Desk, editing

    with Desk(db) as desk:
        made = desk.ledger.split(story, guids, into=into, by=by, at=desk.clock.now(), why=why)
    click.echo(editing.regrouping(made, as_json))


@stories.command(epilog="Example: dateline stories history --db desk.db")
@HELD
@JSON
def history(db: str, as_json: bool) -> None:
    """List what editors merged, split and took back, oldest first."""
    from dateline.desk import Desk, editing

    with Desk(db) as desk:
        found = desk.ledger.regroupings()
    for one in found:
        click.echo(editing.regrouping(one, as_json))


@stories.command(
    epilog="Example: dateline stories undo 4be1c02d9a77 --db desk.db --by Ana --why 'Two after all'"
)
@click.argument("regrouping", metavar="ID")
@HELD
@BY
@WHY
@JSON
def undo(regrouping: str, db: str, by: str, why: str, as_json: bool) -> None:
    """Take back a merge or a split; ID is printed by either, and by history."""
    from dateline.desk import Desk, editing

    with Desk(db) as desk:
        made = desk.ledger.regroup_undo(regrouping, by=by, at=desk.clock.now(), why=why)
    click.echo(editing.regrouping(made, as_json))


@click.command(
    epilog="Example: dateline overrule 9f2c41d07be3a855 0c77e1aa92b4d310 'not comparable' "
    "--db desk.db --by Ana --why 'Two explosions, an hour apart'"
)
@click.argument("a", metavar="ASSERTION")
@click.argument("b", metavar="ASSERTION|revert")
@click.argument("verdict", required=False)
@HELD
@BY
@WHY
@JSON
def overrule(  # noqa: PLR0913 (one argument per option)
    a: str, b: str, verdict: str | None, db: str, by: str, why: str, as_json: bool
) -> None:
    """Judge two assertions yourself: VERDICT is same, supports, contradicts, supersedes (the first
    is the newer), withdraws or not comparable.

    It outranks the rules, and stays when dispatches are read again. With a judgement's id and the
    word revert instead, that judgement is taken back. Ids are in dateline claims --json.
    """
    from dateline.desk import Desk, editing
    from dateline.records import Signed

    with Desk(db) as desk:
        signed = Signed(by, desk.clock.now(), why)
        if b == "revert" and verdict is None:
            made = editing.revert(desk.ledger, a, signed)
        else:
            made = editing.overrule(desk.ledger, (a, b), verdict or "", signed)
    click.echo(editing.judgement(made, as_json))


@click.command(epilog="Example: dateline silence --db desk.db --as-of 2022-03-03T08:00Z")
@HELD
@click.option("--story", metavar="ID", help="Only this story's.")
@AS_OF
@JSON
def silence(db: str, story: str | None, as_of: datetime | None, as_json: bool) -> None:
    """What has gone quiet: claims that rest on one origin, tolls and parties without a word for a
    day, plans whose time has passed with no word of whether they happened.
    """
    from dateline.desk import Desk, printing
    from dateline.desk import silence as quiet

    with Desk(db) as desk:
        found = list(quiet.found(desk.ledger, story, as_of, desk.clock.now()))
    if as_json:
        for one in found:
            click.echo(printing.json_line(quiet.json(one)))
    else:
        click.echo(quiet.note(found), nl=False)


@click.group(invoke_without_command=True,
             epilog="Example: dateline actors --story 2022-02-28-3fa9c1 --db desk.db")  # fmt: skip
@click.option("--db", metavar="FILE|URL", callback=held, help="The ledger.")
@click.option("--story", metavar="ID", help="Whose speakers.")
@AS_OF
@JSON
@click.pass_context
def actors(
    ctx: click.Context, db: str | None, story: str | None, as_of: datetime | None, as_json: bool
) -> None:
    """List who speaks in a story, under which names; say that two names are one."""
    if ctx.invoked_subcommand:
        return
    for given, hint in ((db, "--db"), (story, "--story")):
        if given is None:
            raise click.MissingParameter(param_hint=hint, param_type="option", ctx=ctx)
    from dateline.desk import Desk, printing
    from dateline.desk import actors as speaking

    with Desk(db or "") as desk:
        found = speaking.found(desk.ledger, story or "", as_of)
    for one in found:
        click.echo(printing.json_line(speaking.json(one)) if as_json else speaking.line(one))


@actors.command(
    epilog="Example: dateline actors same 'Igor Kolar' 'the mayor of Kherson' --db desk.db --by Ana"
)
@click.argument("name", metavar="NAME")
@click.argument("actor", metavar="ACTOR")
@HELD
@BY
def same(name: str, actor: str, db: str, by: str) -> None:
    """NAME is another name of ACTOR, in every story: what both say has one origin."""
    from dateline.desk import Desk

    with Desk(db) as desk:
        desk.ledger.rename(name, actor, by=f"editor:{by}", at=desk.clock.now())
    click.echo(f"{name} is {actor}: {by}")


@actors.command(epilog="Example: dateline actors apart 'Igor Kolar' --db desk.db --by Ana")
@click.argument("name", metavar="NAME")
@HELD
@BY
def apart(name: str, db: str, by: str) -> None:
    """Take back what was said of NAME: it speaks for itself again."""
    from dateline.desk import Desk

    with Desk(db) as desk:
        desk.ledger.rename(name, None, by=f"editor:{by}", at=desk.clock.now())
    click.echo(f"{name} stands for itself: {by}")
