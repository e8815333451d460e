"""Episodes and where their recordings are."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Optional


@dataclass(frozen=True)
class Episode:
    number: int
    title: str
    recording: Path


class EpisodeStore:
    def __init__(self, database: Path, audio_dir: Path) -> None:
        self._database = database
        self._audio_dir = audio_dir

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._database)
        connection.row_factory = sqlite3.Row
        return connection

    def find(self, number: int) -> Optional[Episode]:
        with self._connect() as connection:
            row = connection.execute(
                "SELECT number, title, filename FROM episodes WHERE number = ?", (number,)
            ).fetchone()
        return self._to_episode(row) if row else None

    def search(self, words: str) -> list[Episode]:
        with self._connect() as connection:
            rows = connection.execute(
                "SELECT number, title, filename FROM episodes"
                " WHERE title LIKE ? ORDER BY number DESC LIMIT 50",
                (f"%{words}%",),
            ).fetchall()
        return [self._to_episode(row) for row in rows]

    def _to_episode(self, row: sqlite3.Row) -> Episode:
        return Episode(row["number"], row["title"], self._audio_dir / row["filename"])
