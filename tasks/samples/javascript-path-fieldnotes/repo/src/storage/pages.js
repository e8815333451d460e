'use strict';

const fs = require('fs/promises');
const path = require('path');
const { folderOf } = require('./folders');

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The text of the page of one day, or null. */
async function read(notebook, day) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    return null;
  }
  try {
    return await fs.readFile(path.join(folderOf(notebook), 'pages', `${day}.md`), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}

/** The days that have a page. */
async function days(notebook) {
  const files = await fs.readdir(path.join(folderOf(notebook), 'pages'));
  return files.map((file) => path.basename(file, '.md')).filter((day) => DAY.test(day)).sort();
}

module.exports = { read, days };
