"""The publish room: editions in, a static site out.

``redact`` takes out of an edition what may no longer be shown; ``publish`` writes the site.
"""

from dateline.publish.files import Published
from dateline.publish.redaction import redact
from dateline.publish.site import publish

__all__ = ["Published", "publish", "redact"]
