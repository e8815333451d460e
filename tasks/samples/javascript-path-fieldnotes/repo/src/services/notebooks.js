'use strict';

const path = require('path');
const attachments = require('../storage/attachments');
const pages = require('../storage/pages');

const TYPES = { '.jpg': 'image/jpeg', '.png': 'image/png', '.pdf': 'application/pdf', '.gpx': 'application/gpx+xml' };

async function attachment(notebook, name) {
  if (typeof name !== 'string' || name === '') {
    return null;
  }
  const data = await attachments.read(notebook, name);
  if (data === null) {
    return null;
  }
  const type = TYPES[path.extname(name).toLowerCase()] || 'application/octet-stream';
  return { data, type };
}

async function page(notebook, day) {
  return pages.read(notebook, day);
}

async function contents(notebook) {
  return { pages: await pages.days(notebook), attachments: await attachments.names(notebook) };
}

module.exports = { attachment, page, contents };
