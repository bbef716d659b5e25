"""Why a disk refused to take what was written, in words."""

import errno
import os

_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not write in that folder",
    errno.EPERM: "you may not write in that folder",
}


def in_plain_words(error: OSError) -> str:
    """`the disk is full`, or what the operating system says."""
    return _WORDS.get(error.errno or 0, os.strerror(error.errno or 0).lower())
