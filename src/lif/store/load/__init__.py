"""From the files of a workspace to one snapshot."""
