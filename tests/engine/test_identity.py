"""Ids and cursors: one form everywhere, opaque, and never mistaken for one another."""

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain import identity
from domain.identity import Kind


def test_an_id_is_its_kind_and_a_uuidv7_in_the_typeid_form() -> None:
    made = identity.new_id(Kind.DELIVERY)

    number = 0
    for character in made.removeprefix("dlv_"):
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(character)
    assert uuid.UUID(int=number).version == 7
    assert uuid.UUID(int=number).variant == uuid.RFC_4122


def test_the_published_typeid_example_is_written_the_same() -> None:
    # github.com/jetify-com/typeid, README (read 2026-11-23)
    published = uuid.UUID("01890a5d-ac96-774b-bcce-b302099a8057")

    high, low = divmod(published.int, 1 << 80)
    written = identity._time(high) + identity._eight(low >> 40) + identity._eight(low)  # noqa: SLF001

    assert written == "01h455vb4pex5vsknk084sn02q"


def test_an_id_says_when_it_was_made() -> None:
    before = datetime.now(UTC) - timedelta(milliseconds=1)

    made = identity.new_id(Kind.EVENT)

    assert before <= identity.made_at(made) <= datetime.now(UTC)


def test_ids_are_recognised_by_kind_and_nothing_else_is() -> None:
    made = identity.new_id(Kind.TRIGGER)

    assert identity.is_id(made)
    assert identity.is_id(made, Kind.TRIGGER)
    assert not identity.is_id(made, Kind.PROJECT)
    assert identity.kind_of(made) is Kind.TRIGGER
    for wrong in (made.upper(), made + "0", made[:-1], "trg_" + "u" * 26, "", f"{made}\n"):
        assert not identity.is_id(wrong), wrong
        assert identity.kind_of(wrong) is None


@given(space=st.sampled_from(["listen", "page"]), position=st.text(max_size=40))
def test_a_cursor_gives_back_its_position_in_its_own_space_alone(space: str, position: str) -> None:
    cursor = identity.to_cursor(space, position)

    assert identity.from_cursor(space, cursor) == position
    assert identity.from_cursor("another", cursor) is None


@given(st.text(max_size=60))
def test_any_text_is_a_cursor_or_it_is_not(text: str) -> None:
    found = identity.from_cursor("listen", text)

    assert found is None or isinstance(found, str)
