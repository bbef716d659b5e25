"""Statistics, each with its published source: agreement, proportions, text similarity and XmR charts."""
