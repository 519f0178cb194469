"""What tells the bytes of one file from those of another."""

from hashlib import sha256


def digest_of(data: bytes) -> str:
    """The SHA-256 of these bytes, as 64 hexadecimal digits."""
    return sha256(data).hexdigest()
