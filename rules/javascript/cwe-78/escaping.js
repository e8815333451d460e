function quoteWord(word) {
  // ruleid: javascript-shell-escape-gap
  return String(word).replace(/([$&`|*])/g, '\\$1');
}

function quoteAll(word) {
  // ok: javascript-shell-escape-gap
  return String(word).replace(/([!"#$&'()*;<=>?\[\]\\^`{|}~ ])/g, '\\$1');
}

function quoteInside(text) {
  // between double quotes a shell acts on these four only
  // ok: javascript-shell-escape-gap
  return '"' + text.replace(/(["\\$`])/g, '\\$1') + '"';
}

function escapeExpression(text) {
  // ok: javascript-shell-escape-gap
  return text.replace(/[.*+?^{}()[\]\\]/g, '\\$&');
}

function driveOf(name) {
  // ruleid: javascript-range-with-signs
  return name.replace(/^([A-z]:)?/, '');
}

function isName(name) {
  // ruleid: javascript-range-with-signs
  return /^[A-z0-9]+$/.test(name);
}

function isWord(name) {
  // ok: javascript-range-with-signs
  return /^[A-Za-z0-9]+$/.test(name);
}
