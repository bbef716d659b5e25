"""What the framework's duties find in the records: challenges, flags, standards, principles, influences."""
