"""The log: one JSON object a line, without anything that somebody typed.

A message is one that our own code made from kinds, ids and numbers. Of an error only its type and place are told: the
text of an error can hold what somebody sent.
"""

import json
import logging
import traceback
from datetime import UTC, datetime


class Jsonregel(logging.Formatter):
    """The one formatter. JSON escapes line breaks, so a line cannot be forged."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        regel: dict[str, str | list[str]] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "naam": record.name,
            "bericht": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            regel["fout"] = record.exc_info[0].__name__
            stappen = traceback.extract_tb(record.exc_info[2])
            regel["plaats"] = [f"{s.filename.rpartition('/')[2]}:{s.lineno}" for s in stappen][-5:]
        return json.dumps(regel)


def stel_in(uitvoer: logging.Handler | None = None) -> None:
    """Our own lines only: those of Rasa and of the web server can hold what somebody typed."""
    uitvoer = uitvoer or logging.StreamHandler()
    uitvoer.setFormatter(Jsonregel())
    wortel = logging.getLogger()
    wortel.addHandler(uitvoer)
    wortel.setLevel(logging.CRITICAL)
    for naam in ("bot", "actions"):
        logging.getLogger(naam).setLevel(logging.INFO)
