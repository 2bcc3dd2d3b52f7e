"""What a document may ask of us. The texts of `data/dialogen/stukken.yaml` name the first three by reference."""

MEGABYTES = 20
BLADZIJDEN = 1000
TEKENS = 5_000_000

BYTES = MEGABYTES * 1024 * 1024
UITGEPAKT = 200 * 1024 * 1024
"""Bytes that a DOCX or ODT may be when unpacked, all its parts together."""
DEEL_UITGEPAKT = 60 * 1024 * 1024
"""Bytes of the one part that holds the text."""
DELEN = 5000

SECONDEN_CPU = 60
SECONDEN = 90
GEHEUGEN = 768 * 1024 * 1024
"""Address space of the process that reads, in bytes."""
BESTANDEN = 32
TEGELIJK = 2
"""Documents that are read at once; the next waits."""
