"""The codes of what can be wrong with a file (1xx), the shape of a record (2xx), its privacy (6xx) or the folder (9xx).

Codes of rules stand beside their rules. A code is never used again for something else.
"""

from lif.diagnostics.code import error, note, warning

EMPTY_FILE = error("LIF101", "an empty file", "files with nothing in them")
NOT_UTF8 = error("LIF102", "not saved as UTF-8", "files that are not saved as UTF-8")
INVISIBLE = error("LIF103", "an invisible or control character", "invisible or control characters")
TAB = error("LIF104", "a tab", "tabs where spaces belong")
TWICE = error("LIF105", "the same field twice", "fields that stand twice in one place")
SECOND_DOCUMENT = error("LIF106", "more than one record in a file", "files that hold more than one record")
ANCHOR = error("LIF107", "an anchor or alias", "anchors and aliases")
TAG = error("LIF108", "a tag or directive", "tags and directives")
CONFLICT = error("LIF109", "a merge conflict left in the file", "merge conflicts left in files")
NOT_FIELDS = error("LIF110", "not a set of fields", "files that are not a set of fields")
UNREADABLE = error("LIF111", "text that cannot be read as YAML", "places that cannot be read as YAML")
INLINE = error("LIF112", "brackets or braces", "brackets or braces instead of lines")
TOO_MUCH = error("LIF113", "too large or too deep", "files too large or too deep to be a record")
KEY = error("LIF114", "a field name that is not a word", "field names that are not words")
NOT_A_FILE = error("LIF115", "not a plain file", "links and other things that are not plain files")
NOT_TEXT = error("LIF116", "a file that is not text", "files are not text, so that nobody can search them")
HIDDEN_FILE = error("LIF117", "a hidden file", "files are hidden")
CUT_OFF = error("LIF118", "a text that a number sign cuts off", "texts are cut off by a number sign")

MISSING = error("LIF201", "a field is missing", "fields are missing")
WRONG_SHAPE = error("LIF202", "a value of the wrong shape", "values have the wrong shape")
UNKNOWN_FIELD = error("LIF203", "an unknown field", "fields are not known")
NOT_A_CHOICE = error("LIF204", "a word that is not one of the choices", "words are not among the choices")
NOT_A_DATE = error("LIF205", "not a date", "dates cannot be read")
NOT_A_NUMBER = error("LIF206", "not a number", "numbers cannot be read")
NO_VALUE = error("LIF207", "a field with nothing in it", "fields have nothing in them")
NOT_THE_FORM = error("LIF208", "a value not written as it should be", "values are not written as they should be")
PLACEHOLDER = error("LIF209", "placeholder text left in", "placeholders were left in")
LOOKS_LIKE_MORE = note(
    "LIF210",
    "text that other programs read as something else",
    "plain texts that other programs would read as something else",
)

NHS_NUMBER = error("LIF601", "an NHS number", "NHS numbers stand in the records")
PUPIL_NUMBER = error("LIF602", "a unique pupil number", "unique pupil numbers stand in the records")
INSURANCE_NUMBER = error("LIF603", "a national insurance number", "national insurance numbers stand in the records")
BIRTH_OR_DEATH = error("LIF604", "a date of birth or death", "dates of birth or death stand in the records")
POSTCODE = error("LIF605", "a full postcode", "full postcodes stand in the records")
PHONE = error("LIF606", "a phone number", "phone numbers stand in the records")
EMAIL = error("LIF607", "an e-mail address", "e-mail addresses stand in the records")
CASE_NUMBER = error("LIF608", "the number of a case", "numbers of cases stand in the records")
IDENTITY_NUMBER = error("LIF609", "the number of a document or an account", "numbers of documents or accounts")
DAY_BESIDE_CHILD = warning("LIF611", "an exact day or age beside a child", "exact days or ages stand beside a child")
PLACE = error("LIF612", "an address or exact place", "addresses or exact places stand in the records")
TITLED_NAME = error("LIF613", "a name after a title", "names stand after a title")
NAME = error("LIF614", "a name", "names of people stand in the records")
INITIALS = warning("LIF615", "initials of a person", "initials stand where a person is meant")
PLACE_BESIDE_AGE = warning("LIF616", "a school or place beside a child", "schools or places stand beside a child")
POSSIBLE_NAME = warning("LIF617", "what may be a name", "words stand in the records that may be names")
ACCOUNT = error(
    "LIF618", "an account or a computer's address", "accounts or addresses of computers stand in the records"
)
VEHICLE = error("LIF619", "the mark of a vehicle", "marks of vehicles stand in the records")
DETECTED = warning("LIF621", "a find of the partnership's own detector", "finds of the partnership's own detector")
NO_DETECTOR = error("LIF622", "a detector that cannot be used", "the detector cannot be used")
ONLY_ONE = warning("LIF623", "the only one of its kind", "what is said fits one child or family only")
SIBLINGS = warning("LIF624", "the ages of siblings together", "the ages of siblings stand together")
PERSONAL_TABLE = error("LIF633", "a table about people", "files hold tables about people")
RESTRICTING_MARK = error(
    "LIF634", "a document for fewer readers", "documents are for fewer people than can open the folder"
)

NO_PARTNERSHIP = error("LIF901", "no partnership record", "there is no partnership record")
STRAY = error("LIF902", "a file in no kind's folder", "files stand in no kind's folder")
BAD_NAME = error("LIF903", "a file name that is no id", "file names cannot be ids")
LOOK_ALIKE = error(
    "LIF904", "a file that looks like a record and is not read", "files look like records and are not read"
)
CASE_CLASH = error(
    "LIF905", "two names that some computers hold to be one", "file names that some computers cannot tell apart"
)
NO_RECORD = warning("LIF908", "a file that is no record", "files among the records are no records")
NOT_SEARCHED = error("LIF909", "a file that cannot be searched", "files cannot be searched")

FILE_CODES = (
    EMPTY_FILE,
    NOT_UTF8,
    INVISIBLE,
    TAB,
    TWICE,
    SECOND_DOCUMENT,
    ANCHOR,
    TAG,
    CONFLICT,
    NOT_FIELDS,
    UNREADABLE,
    INLINE,
    TOO_MUCH,
    KEY,
    NOT_A_FILE,
    NOT_TEXT,
    HIDDEN_FILE,
    CUT_OFF,
)
SHAPE_CODES = (
    MISSING,
    WRONG_SHAPE,
    UNKNOWN_FIELD,
    NOT_A_CHOICE,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NO_VALUE,
    NOT_THE_FORM,
    PLACEHOLDER,
    LOOKS_LIKE_MORE,
)
HARD_CODES = (
    NHS_NUMBER,
    PUPIL_NUMBER,
    INSURANCE_NUMBER,
    BIRTH_OR_DEATH,
    POSTCODE,
    PHONE,
    EMAIL,
    CASE_NUMBER,
    IDENTITY_NUMBER,
)
"""Codes of data that certainly identifies one person: always errors, whatever a partnership sets."""
PRIVACY_CODES = (
    *HARD_CODES,
    DAY_BESIDE_CHILD,
    PLACE,
    TITLED_NAME,
    NAME,
    INITIALS,
    PLACE_BESIDE_AGE,
    POSSIBLE_NAME,
    ACCOUNT,
    VEHICLE,
    ONLY_ONE,
    SIBLINGS,
    DETECTED,
    NO_DETECTOR,
)
WORKSPACE_CODES = (NO_PARTNERSHIP, STRAY, BAD_NAME, LOOK_ALIKE, CASE_CLASH, NO_RECORD)
BESIDE_CODES = (PERSONAL_TABLE, RESTRICTING_MARK, NOT_SEARCHED)
"""Codes that only `lif check --staged` gives, of files beside the records."""
STORE_CODES = (*FILE_CODES, *SHAPE_CODES, *PRIVACY_CODES, *WORKSPACE_CODES, *BESIDE_CODES)
"""Every code that loading a workspace can report."""
