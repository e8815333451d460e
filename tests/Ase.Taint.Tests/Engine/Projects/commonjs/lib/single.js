module.exports = function (what) {
  // ruleid: cross
  sink(what);
};
