"""Start-up of the command line: printed help, shell completion, lazy loading of commands."""
