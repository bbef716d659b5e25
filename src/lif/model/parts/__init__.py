"""The base of all record models, their fields and scalars, and the JSON Schema that follows from them."""
