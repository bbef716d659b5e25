"""What every test may ask for."""

from hypothesis import settings

pytest_plugins = ["pytester", "support.golden", "support.published"]
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
