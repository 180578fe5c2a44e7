"""Reading a provider's file as the catalog does."""

from pathlib import Path

from api.demo.telling import Failed, Teller
from domain.catalog import Provider, read_provider
from domain.errors import Invalid


def read(teller: Teller, file: Path) -> Provider:
    """Read it and tell what it holds. Raises Failed with every problem, OSError."""
    teller.act(f"{file.name}: read strictly")
    if file.suffix != ".toml":
        raise Failed("The file is TOML", "SLUG.toml", file.name)
    try:
        provider = read_provider(file.stem, file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise Failed("The file is text in UTF-8", "UTF-8", error.reason) from error
    except Invalid as error:
        lines = [f"{'.'.join(each.path) or 'file'}: {each.message}" for each in error.problems]
        raise Failed("The file can be read", "no problems", "\n".join(lines)) from error
    counts = (
        (len(provider.schemes), "scheme"),
        (len(provider.handshakes), "handshake"),
        (len(provider.examples), "example"),
    )
    told = ", ".join(f"{number} {what}{'' if number == 1 else 's'}" for number, what in counts)
    teller.expect("It is read under its own name", file.stem, provider.slug)
    teller.done(f"{provider.name}: {told}")
    return provider
