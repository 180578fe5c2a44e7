"""The first lines of the fork server's process: `python -I -B boot.py CONTROL_FD CONFIG`.

Run as a script, with an empty environment and an isolated interpreter, so it finds the rooms by itself.
"""

import json
import sys
import types
from importlib.util import find_spec
from pathlib import Path


def main() -> None:
    """Enter this room, and the engine's, by their inner doors only: what else they import is not copied into children."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    _enter("domain.sandbox", [str(Path(__file__).resolve().parent)])
    engine = find_spec("jsbox")
    if engine is not None:
        _enter("jsbox", engine.submodule_search_locations or [])
    from domain.sandbox import zygote  # noqa: PLC0415  it can be found only now

    zygote.main(int(sys.argv[1]), json.loads(sys.argv[2]))


def _enter(name: str, path: list[str]) -> None:
    inside = types.ModuleType(name)
    inside.__path__ = path
    sys.modules[name] = inside


if __name__ == "__main__":
    main()
