"""The Wmo-gesprekshulp: prepares people for a talk with their municipality."""
