const fs = require('fs');
const path = require('path');
const tar = require('tar-stream');
const extract = tar.extract();

function unpack(folder) {
  extract.on('entry', (header, stream, next) => {
    const file = path.join(folder, header.name);
    // ruleid: javascript-archive-traversal
    stream.pipe(fs.createWriteStream(file)).on('finish', next);
  });
}

function unpackChecked(folder) {
  extract.on('entry', (header, stream, next) => {
    const file = path.join(folder, header.name);
    if (!file.startsWith(folder + path.sep)) return next(new Error('outside'));
    // ok: javascript-archive-traversal
    stream.pipe(fs.createWriteStream(file)).on('finish', next);
  });
}

function unpackRooted(folder) {
  extract.on('entry', (header, stream, next) => {
    // ok: javascript-archive-traversal
    stream.pipe(fs.createWriteStream(path.join(folder, path.join('/', header.name)))).on('finish', next);
  });
}
