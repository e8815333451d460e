exports.start = (what) => {
  // ruleid: cross
  sink(what);
};
