function merge(target, source) {
  for (const key in source) {
    if (target[key] && typeof source[key] === 'object') {
      merge(target[key], source[key]);
    } else {
      // ruleid: javascript-prototype-pollution
      target[key] = source[key];
    }
  }
  return target;
}

function mergeChecked(target, source) {
  for (const key in source) {
    if (key === '__proto__' || key === 'constructor') continue;
    if (target[key] && typeof source[key] === 'object') {
      mergeChecked(target[key], source[key]);
    } else {
      // ok: javascript-prototype-pollution
      target[key] = source[key];
    }
  }
  return target;
}

// a flat copy changes no object but its own
function copy(target, source) {
  for (const key of Object.keys(source)) {
    // ok: javascript-prototype-pollution
    target[key] = source[key];
  }
  return target;
}

function set(object, path, value) {
  const parts = path.split('.');
  for (let i = 0; i < parts.length - 1; i++) {
    object = object[parts[i]] || {};
  }
  // ruleid: javascript-prototype-pollution
  object[parts[parts.length - 1]] = value;
}

function setChecked(object, path, value) {
  const parts = path.split('.');
  for (const part of parts.slice(0, -1)) {
    if (['__proto__', 'constructor', 'prototype'].includes(part)) return;
    object = object[part] || {};
  }
  // ok: javascript-prototype-pollution
  object[parts.pop()] = value;
}

const express = require('express');
const app = express();
const settings = {};

app.post('/settings', (req, res) => {
  // ruleid: javascript-prototype-pollution
  settings[req.body.section][req.body.name] = req.body.value;
  res.end();
});

app.post('/setting', (req, res) => {
  // ok: javascript-prototype-pollution
  settings[req.body.name] = req.body.value;
  res.end();
});
