'use strict';

const renderer = require('../lib/renderer');

const DEFAULT_LOOK = { colour: '2266aa', background: 'ffffff', width: 800 };
const MAX_WIDTH = 4000;

function clampWidth(value) {
  const width = Number.parseInt(value, 10);
  if (Number.isNaN(width) || width < 100) {
    return DEFAULT_LOOK.width;
  }
  return Math.min(width, MAX_WIDTH);
}

async function create(store, track, wanted) {
  const look = {
    colour: wanted.colour || DEFAULT_LOOK.colour,
    background: wanted.background || DEFAULT_LOOK.background,
    width: clampWidth(wanted.width),
  };
  const target = store.imageFile(track);
  await renderer.draw(store.audioFile(track), target, look);
  return target;
}

module.exports = { create, DEFAULT_LOOK };
