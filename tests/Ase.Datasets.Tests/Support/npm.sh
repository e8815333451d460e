#!/bin/sh
# Stands in for the npm client. It runs in <cache>/scratch/<id>; what it does is in <cache>/stub/behaviour, which a test writes.
while [ $# -gt 0 ]; do
  case "$1" in
    pack) name="$2"; shift ;;
    --pack-destination) destination="$2"; shift ;;
  esac
  shift
done
stub=../../stub
echo "$name" >> "$stub/calls"
. "$stub/behaviour"
