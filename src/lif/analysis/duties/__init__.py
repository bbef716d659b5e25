"""Analysis for the duties of the framework: challenges, flags, standards, principles, influences."""
