'use strict';

const fs = require('fs');
const path = require('path');

class TrackStore {
  constructor(file) {
    this.file = file;
    this.folder = path.dirname(file);
  }

  all() {
    if (!fs.existsSync(this.file)) {
      return [];
    }
    return JSON.parse(fs.readFileSync(this.file, 'utf8'));
  }

  byId(id) {
    const track = this.all().find((entry) => entry.id === id);
    if (!track) {
      const error = new Error('no such track');
      error.status = 404;
      throw error;
    }
    return track;
  }

  audioFile(track) {
    return path.join(this.folder, 'audio', `${track.id}.wav`);
  }

  imageFile(track) {
    return path.join(this.folder, 'images', `${track.id}.png`);
  }

  rename(id, title) {
    const tracks = this.all();
    const track = tracks.find((entry) => entry.id === id);
    if (track) {
      track.title = title;
      fs.writeFileSync(this.file, JSON.stringify(tracks, null, 2));
    }
    return Boolean(track);
  }
}

module.exports = { TrackStore };
