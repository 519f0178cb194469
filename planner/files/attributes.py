"""What belongs to a file beside its bytes: permissions, owner, access list and other extended attributes."""

import errno
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress

from attrs import frozen

_ACCESS_LIST = "system.posix_acl_access"
_NOT_THERE = frozenset({errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENODATA if sys.platform == "linux" else errno.ENOTSUP})


@frozen
class Attributes:
    """The permissions (nine bits), owner, group and extended attributes of a file."""

    mode: int
    owner: int
    group: int
    extended: Mapping[str, bytes]
    access_list_known: bool = True
    """Whether `extended` tells for certain if there is an access list."""


def attributes_of(descriptor: int, status: os.stat_result) -> Attributes:
    """The attributes of an open file. Extended ones that cannot be read are left out."""
    extended, known = _extended(descriptor)
    return Attributes(stat.S_IMODE(status.st_mode) & 0o777, status.st_uid, status.st_gid, extended, known)


def _extended(descriptor: int) -> tuple[dict[str, bytes], bool]:
    found: dict[str, bytes] = {}
    known = True
    if sys.platform == "linux":
        try:
            names = os.listxattr(descriptor)
        except OSError as error:
            return found, error.errno in _NOT_THERE
        for name in names:
            try:
                found[name] = os.getxattr(descriptor, name)
            except OSError as error:
                known = known and (name != _ACCESS_LIST or error.errno in _NOT_THERE)
    return found, known


def give(descriptor: int, wanted: Attributes) -> tuple[str, ...]:
    """Give an open new file the attributes of the one it replaces, as far as the system lets us. Never raises.

    Returns a sentence for each thing that could not be kept. Nobody may read the new file who could not read the old
    one: where the group or the access list is lost, the permissions of the group are cut down to those of everybody.
    """
    owner_kept, group_kept = _give_owner(descriptor, wanted)
    list_kept = wanted.access_list_known and _give_extended(descriptor, wanted.extended)
    mode = wanted.mode
    if not (group_kept and list_kept):
        mode &= ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    notes = (
        (owner_kept, "The file belonged to another user; its new version belongs to you."),
        (group_kept, "The group of the file could not be kept."),
        (list_kept, "The access list of the file could not be kept."),
    )
    return tuple(note for kept, note in notes if not kept) + set_mode(descriptor, mode)


def set_mode(descriptor: int, mode: int) -> tuple[str, ...]:
    """Set the permissions of an open file. Returns a sentence where the system does not let us; never raises."""
    try:
        if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
            os.fchmod(descriptor, mode)
    except OSError:
        return ("The permissions of the file could not be set as they should be.",)
    return ()


def _give_owner(descriptor: int, wanted: Attributes) -> tuple[bool, bool]:
    """Whether the file has the right owner now, and the right group."""
    try:
        now = os.fstat(descriptor)
        if (now.st_uid, now.st_gid) != (wanted.owner, wanted.group):
            os.fchown(descriptor, wanted.owner, wanted.group)
    except OSError:
        return False, _give_group(descriptor, wanted.group)
    return True, True


def _give_group(descriptor: int, group: int) -> bool:
    try:
        os.fchown(descriptor, -1, group)
    except OSError:
        return False
    return True


def _give_extended(descriptor: int, wanted: Mapping[str, bytes]) -> bool:
    """Whether the file has the right access list now; other attributes are kept where that is possible."""
    if sys.platform != "linux":
        return True
    if _ACCESS_LIST not in wanted:
        # A new file may have got a list from its directory that the old one did not have.
        with suppress(OSError):
            os.removexattr(descriptor, _ACCESS_LIST)
    kept = True
    for name, value in wanted.items():
        try:
            os.setxattr(descriptor, name, value)
        except OSError:
            kept = kept and name != _ACCESS_LIST
    return kept
