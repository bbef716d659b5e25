"""When things happened, in which order, and which stage they have reached."""
