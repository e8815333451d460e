"""Entry point: `flask --app app run`."""

from pathlib import Path

from flask import Flask

from podcast.episodes import EpisodeStore
from podcast.routes import bp


def create_app(data_dir: str = "data") -> Flask:
    app = Flask(__name__)
    root = Path(data_dir).resolve()
    app.config["CLIP_DIR"] = root / "clips"
    app.config["CLIP_DIR"].mkdir(parents=True, exist_ok=True)
    app.extensions["episodes"] = EpisodeStore(root / "episodes.sqlite", root / "audio")
    app.register_blueprint(bp)
    return app


if __name__ == "__main__":
    create_app().run(port=8080)
