const lib = require('./lib');

function output(value, autoescape) {
  // ruleid: javascript-escape-of-texts-only
  if (autoescape && typeof value === 'string') {
    value = lib.escape(value);
  }
  return value;
}

function outputAll(value, autoescape) {
  // ok: javascript-escape-of-texts-only
  if (autoescape) {
    value = lib.escape(String(value));
  }
  return value;
}

function link(address) {
  // ruleid: javascript-scheme-check-gap
  if (address.trim().toLowerCase().indexOf('javascript:') === 0) return '#';
  return address;
}

function linkChecked(address) {
  const scheme = address.trim().toLowerCase();
  // ok: javascript-scheme-check-gap
  if (scheme.startsWith('javascript:') || scheme.startsWith('data:') || scheme.startsWith('vbscript:')) return '#';
  return address;
}
