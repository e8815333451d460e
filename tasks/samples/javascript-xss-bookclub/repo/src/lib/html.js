'use strict';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it is written in the content of an element or in a quoted attribute. */
function text(value) {
  return String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

module.exports = { text };
