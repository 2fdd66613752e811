"""The publish room: editions in, a static site out.

``redact`` takes out of an edition what may no longer be shown; ``publish`` writes the site, into a
folder that ``opened`` finds fit for it.
"""

from dateline.publish.files import Published, opened
from dateline.publish.redaction import redact
from dateline.publish.site import publish

__all__ = ["Published", "opened", "publish", "redact"]
