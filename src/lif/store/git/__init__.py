"""Records and files as git holds them."""
