"""Chronology: dates of records, their order, and the stages of the life of a record."""
