"""Topics that are not ids."""

from typing import Final

FOLLOW_UPS: Final = "follow-ups"
"""A follow-up was committed."""
PLANS: Final = "plans:"
"""Before an integration's id: what its plans were made of has changed."""
HERE: Final = "here:"
"""Before a role and a process's name: it is alive."""
