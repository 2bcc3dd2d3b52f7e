"""What a reader raises when it is not sure."""

from typing import Any


class Leesfout(ValueError):
    """The text is no answer to the question. The message says, to the person, what is missing; it asks nothing.

    `deels` is what could be read: everybody who was named, with None for an age that is still missing. Who passes
    it to `lees` with the next text reads the two together.
    """

    def __init__(self, zin: str, deels: list[dict[str, Any]] | None = None) -> None:
        super().__init__(zin)
        self.deels = deels
