"""Rasa custom actions: slots in, `bot` called, messages out. No arithmetic, no texts."""
