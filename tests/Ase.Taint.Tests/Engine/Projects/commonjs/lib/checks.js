exports.isGood = function isGood(text) {
  return /^[a-z]+$/.test(text);
};

exports.escape = (text) => {
  if (!exports.isGood(text)) return '';
  return text;
};
