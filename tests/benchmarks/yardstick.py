"""The yardstick: PyYAML's CSafeLoader reads every file under a folder and keeps the values. Nothing is checked.

Run by the Python of `build/yardstick`, which has PyYAML; lif and its tests have no need of it.
"""

import os
import sys
from importlib import import_module

if __name__ == "__main__":
    yaml = import_module("yaml")
    values = []
    for folder, _, names in os.walk(sys.argv[1]):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH123, PTH118 - the quickest way there is
                values.append(yaml.load(file.read(), Loader=yaml.CSafeLoader))
