"""Tells text from what is not text, whatever its ending says, and in which encoding it was saved."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

_NOT_TEXT = (
    b"%PDF",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
)
"""How files begin that hold text in a way that a search for it does not see."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_MOST_LOOKED_AT = 1 << 16


def text_of(data: bytes) -> str | None:
    """The text of a file, without its byte order mark; None for what is no text: a picture, an office file, a program.

    It is UTF-8, UTF-16 with or without a mark, or else the usual encoding of Windows and its relatives.
    """
    if data.startswith(_NOT_TEXT):
        return None
    wide = _wide_encoding(data)
    if wide:
        return _decoded(data, wide)
    if b"\0" in data:
        return None
    text = _decoded(data, "utf-8")
    if text is not None:
        return text.removeprefix("\ufeff")
    begin = data[:_MOST_LOOKED_AT]
    return data.decode("latin-1") if len(begin.translate(None, _CONTROLS)) == len(begin) else None


def _wide_encoding(data: bytes) -> str:
    """UTF-16, where the mark says so, or where every second byte of what begins it is zero, as in our letters."""
    if data.startswith(BOM_UTF8):
        return ""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    begin = data[:200]
    for encoding, zeros, letters in (("utf-16-le", begin[1::2], begin[::2]), ("utf-16-be", begin[::2], begin[1::2])):
        if zeros and zeros.count(0) > len(zeros) // 2 and b"\0" not in letters:
            return encoding
    return ""


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text
