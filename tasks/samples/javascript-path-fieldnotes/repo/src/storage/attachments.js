'use strict';

const fs = require('fs/promises');
const path = require('path');
const { folderOf } = require('./folders');

function missing(error) {
  return error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR';
}

/** The bytes of an attachment of a notebook, or null when there is none of that name. */
async function read(notebook, name) {
  const file = path.join(folderOf(notebook), name);
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (missing(error)) {
      return null;
    }
    throw error;
  }
}

/** The names of all attachments of a notebook. */
async function names(notebook) {
  const entries = await fs.readdir(folderOf(notebook), { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

module.exports = { read, names };
