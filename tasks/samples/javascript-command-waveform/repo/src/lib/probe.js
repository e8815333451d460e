'use strict';

const { execFile } = require('child_process');

/**
 * Reads the tags of an audio file with ffprobe.
 * `fields` is a comma separated list of tag names, or empty for all of them.
 */
function readTags(file, fields) {
  const entries = fields ? `format_tags=${fields}` : 'format_tags';
  const args = ['-v', 'error', '-show_entries', entries, '-of', 'json', file];
  return new Promise((resolve, reject) => {
    execFile('ffprobe', args, { timeout: 5000 }, (error, stdout) => {
      if (error) {
        reject(new Error('the audio file could not be read'));
        return;
      }
      const parsed = JSON.parse(stdout);
      resolve((parsed.format && parsed.format.tags) || {});
    });
  });
}

module.exports = { readTags };
