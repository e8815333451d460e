"""Settings of the trail map site of a hiking club."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = os.environ.get("TRAILS_SECRET_KEY", "development")
DEBUG = os.environ.get("TRAILS_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("TRAILS_HOSTS", "localhost").split(",")
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.staticfiles", "trails"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "trails.sqlite3"}}
USE_TZ = True

# Tracks lie in folders by mountain range, pictures directly in theirs.
TRACK_ARCHIVE = Path(os.environ.get("TRAILS_ARCHIVE", BASE_DIR / "archive" / "tracks"))
PICTURE_DIR = Path(os.environ.get("TRAILS_PICTURES", BASE_DIR / "archive" / "pictures"))
