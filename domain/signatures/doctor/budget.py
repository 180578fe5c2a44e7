"""How much work one diagnosis may be. Counted, not timed: the same delivery always gets the same answer."""

from collections.abc import Callable
from typing import Final

MOST: Final = 500_000_000
EACH: Final = 4_000
"""What one combination costs beside its bytes, in bytes that are hashed meanwhile."""
PUBLIC_KEY: Final = 150_000
SCHEME: Final = 60_000
"""What compiling a scheme costs."""
_BREATH: Final = 64


class Budget:
    """Work that is left. pause: called now and then, so that others get their turn."""

    def __init__(self, pause: Callable[[], None] = lambda: None, most: int = MOST) -> None:
        self._left = most
        self._pause = pause
        self._paid = 0
        self.tried = 0

    def pay(self, size: int) -> bool:
        """Pay for bytes that are put together. False when there is not enough left."""
        self._left -= size
        self._paid += 1
        if self._paid % _BREATH == 0:
            self._pause()
        return self._left >= 0

    @property
    def is_spent(self) -> bool:
        """Whether something was left untried."""
        return self._left < 0

    def take(self, size: int, extra: int = EACH) -> bool:
        """Pay for one combination over `size` bytes. False when there is not enough left."""
        if not self.pay(size + extra):
            return False
        self.tried += 1
        return True
