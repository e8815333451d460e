"""Cuts clips out of recordings with ffmpeg."""

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import time
from pathlib import Path

FFMPEG = os.environ.get("PODCAST_FFMPEG", "ffmpeg")


class ClipError(Exception):
    """A clip could not be made."""


def clip_path(clip_dir: Path, recording: Path, start: str, length: str) -> Path:
    """Where the clip with these limits is kept."""
    key = hashlib.sha256(f"{recording}|{start}|{length}".encode()).hexdigest()[:24]
    return clip_dir / f"{key}.mp3"


def cut_clip(recording: Path, start: str, length: str, target: Path) -> None:
    """Writes `length` of the recording, beginning at `start`, to the target file."""
    command = [
        FFMPEG, "-y", "-loglevel", "error", "-ss", start, "-t", length,
        "-i", str(recording), str(target),
    ]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        raise ClipError(result.stderr.strip() or "ffmpeg failed")


def remove_old_clips(clip_dir: Path, days: int) -> int:
    """Deletes clips that were made more than `days` days ago; returns how many."""
    limit = time.time() - days * 86400
    removed = 0
    for clip in clip_dir.glob("*.mp3"):
        if re.fullmatch(r"[0-9a-f]{24}", clip.stem) and clip.stat().st_mtime < limit:
            clip.unlink()
            removed += 1
    return removed


def free_megabytes(clip_dir: Path) -> int:
    """Space that is left for clips."""
    return shutil.disk_usage(clip_dir).free // (1024 * 1024)
