"""What a reader raises when it is not sure."""


class Leesfout(ValueError):
    """The text is no answer to the question. The message says, to the person, what is missing; it asks nothing."""
