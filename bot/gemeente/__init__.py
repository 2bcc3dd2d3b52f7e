"""What belongs to one municipality, read from `gemeenten/<gemeente>/`. `laad` stops at the first faulty file."""

from bot.gemeente.laden import laad, regelingfouten
from bot.gemeente.yamlbestand import Regelingfout

__all__ = ["Regelingfout", "laad", "regelingfouten"]
