# SPDX-License-Identifier: GPL-3.0-or-later
"""What the corpus expects of the checker is worked out again, by its own rules and registers."""

import subprocess
import sys

import points
from points import equal


def worked_out_again(program, folder):
    def point():
        run = subprocess.run([sys.executable, program, folder], capture_output=True, text=True,
                             check=False, timeout=60)
        equal((run.returncode, run.stdout.count("ERROR ")), (0, 0), run.stdout + run.stderr)
        assert " 0 errors" in run.stdout, run.stdout
    return point


def main():
    program, folder = sys.argv[1:]
    return points.run([("every number that the corpus expects", worked_out_again(program, folder))])


if __name__ == "__main__":
    sys.exit(main())
