"""What can go wrong when a plan is sent on, each with a sentence for the person."""


class ExportError(Exception):
    """A plan that cannot be sent on in this way; the text says why and what helps."""


class MissingPackage(ExportError):  # noqa: N818 - it says what is missing
    """A package that a format needs is not installed."""


class DoesNotFit(ExportError):  # noqa: N818 - it says what does not fit
    """More than a QR code, or the terminal that is to show it, has room for."""
