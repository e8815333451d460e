"""What the site offers over HTTP."""

from flask import Blueprint, abort, current_app, jsonify, request, send_file

from podcast import audio, probe
from podcast.episodes import EpisodeStore

bp = Blueprint("podcast", __name__)

MINIMUM_SPACE = 200


def _episodes() -> EpisodeStore:
    return current_app.extensions["episodes"]


def _episode_or_404(number: int):
    episode = _episodes().find(number)
    if episode is None:
        abort(404, description="No such episode")
    return episode


@bp.get("/episodes")
def search():
    words = request.args.get("q", "")
    found = _episodes().search(words)
    return jsonify([{"number": e.number, "title": e.title} for e in found])


@bp.get("/episodes/<int:number>")
def details(number: int):
    episode = _episode_or_404(number)
    stream = request.args.get("stream", "a:0")
    return jsonify(
        number=episode.number,
        title=episode.title,
        audio=probe.describe(episode.recording, stream),
    )


@bp.get("/episodes/<int:number>/clip")
def clip(number: int):
    episode = _episode_or_404(number)
    start = request.args.get("start", "00:00")
    length = request.args.get("length", "30")

    clip_dir = current_app.config["CLIP_DIR"]
    target = audio.clip_path(clip_dir, episode.recording, start, length)
    if not target.exists():
        if audio.free_megabytes(clip_dir) < MINIMUM_SPACE:
            audio.remove_old_clips(clip_dir, days=7)
        try:
            audio.cut_clip(episode.recording, start, length, target)
        except audio.ClipError as error:
            current_app.logger.warning("clip of episode %s: %s", number, error)
            abort(422, description="The clip could not be made")
    return send_file(target, mimetype="audio/mpeg")
