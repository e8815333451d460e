function run(command) {
  // ruleid: cross
  sink(command);
}

function harmless(command) {
  // ok: cross
  sink('constant');
}

function read() {
  return source();
}

module.exports = { run, harmless, read };
module.exports.stop = function (what) {
  // ruleid: cross
  sink(what);
};
