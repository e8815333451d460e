'use strict';

const path = require('path');

const ROOT = path.resolve(process.env.NOTES_ROOT || path.join(__dirname, '..', '..', 'notes'));

/** The folder of a notebook, an absolute path. */
function folderOf(notebook) {
  return path.join(ROOT, `notebook${Number(notebook)}`);
}

module.exports = { folderOf, ROOT };
