"""Offers in the database."""

import sqlite3
from dataclasses import dataclass

SCHEMA = """
CREATE TABLE IF NOT EXISTS offers (
    id INTEGER PRIMARY KEY, plant TEXT NOT NULL, variety TEXT NOT NULL,
    packets INTEGER NOT NULL, giver TEXT NOT NULL
)
"""


@dataclass(frozen=True)
class Offer:
    id: int
    plant: str
    variety: str
    packets: int
    giver: str


class OfferBook:
    def __init__(self, database: str) -> None:
        self._database = database
        with self._connect() as connection:
            connection.execute(SCHEMA)

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._database)

    def matching(self, words: str) -> list[Offer]:
        """Offers that have the words in plant or variety; all of them for no words."""
        like = f"%{words}%"
        with self._connect() as connection:
            rows = connection.execute(
                "SELECT id, plant, variety, packets, giver FROM offers"
                " WHERE packets > 0 AND (plant LIKE ? OR variety LIKE ?) ORDER BY plant, variety",
                (like, like),
            ).fetchall()
        return [Offer(*row) for row in rows]

    def add(self, plant: str, variety: str, packets: int, giver: str) -> None:
        with self._connect() as connection:
            connection.execute(
                "INSERT INTO offers (plant, variety, packets, giver) VALUES (?, ?, ?, ?)",
                (plant, variety, packets, giver),
            )
