"""The words of the framework: kinds of record, what they cite, and all of them at one moment."""
