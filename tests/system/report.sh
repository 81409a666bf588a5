#!/bin/sh
# Trains the quick start twice, writes their reports, and pictures them in headless Chromium, on a desktop and a phone:
#   tests/system/report.sh docs/images
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)
pictures=$(mkdir -p "$1" && cd "$1" && pwd -P)

cd "$root"
exec mvn -q -B -Dspotless.check.skip=true -pl tests/system -am verify -Ddyad.pictures="$pictures" \
  -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=ReportPicturesIT -Dfailsafe.failIfNoSpecifiedTests=false
