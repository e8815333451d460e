"""Asks ffprobe about recordings."""

import json
import subprocess
from pathlib import Path

FFPROBE = "ffprobe"


def describe(recording: Path, stream: str) -> dict:
    """Properties of one stream ("a:0" is the first audio stream) of a recording."""
    result = subprocess.run(
        [
            FFPROBE, "-v", "quiet", "-of", "json",
            "-select_streams", stream,
            "-show_entries", "stream=codec_name,sample_rate,channels:format=duration",
            str(recording),
        ],
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        return {}
    report = json.loads(result.stdout or "{}")
    streams = report.get("streams") or [{}]
    return {
        "codec": streams[0].get("codec_name"),
        "sample_rate": streams[0].get("sample_rate"),
        "channels": streams[0].get("channels"),
        "duration": report.get("format", {}).get("duration"),
    }
