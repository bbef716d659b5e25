"""What every test may ask for."""

pytest_plugins = ["pytester", "support.golden"]
